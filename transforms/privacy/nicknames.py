"""Thai nicknames, by which teachers are called and their colleagues write them down: ครูนก, คุณเอ."""

_WORDS = """
    กบ กล้วย กวาง กิ๊ก กิ๊ฟ กิ่ง กุ้ง กุ๊ก กุ๊กไก่ กุ๊กกิ๊ก กุ๊บกิ๊บ เก๋ เก้ แก้ว โก้ ไก่ ก้อย ก้อง
    เกด เกตุ ขวัญ ข้าวฟ่าง ขนุน เข็ม ไข่มุก แขก แคท เคน คิม เงาะ จอย จ๊ะจ๋า จิ๊บ จิ๋ว จูน จุ๊บ จุ๋ม
    แจ๋ว แจ๊ค แจ๊ส เจ เจี๊ยบ เจน เจนนี่ โจ โจ้ จ้อย จ๋อม ชมพู่ เชอรี่ แชมป์ โซ่ ซัน แซม แซน ดาว
    ดำ เดียร์ โด่ง ดิว ดรีม แตงโม แต้ว แต๋ว ตาล ติ๊ก ตุ๊ก ตุ๊กตา ตุ๊กแก ตู่ เต้ เต้ย เต๋า ต้อม ต้อย
    ตั้ม ตั๊ก โต้ง ถั่ว ทิพย์ ท็อป เทียน นก นัท นิด หน่อย นิดหน่อย นุ่น นุ้ย นุช เนย น้ำฝน
    น้ำผึ้ง น้ำหวาน น้ำตาล โน้ต นิว นิ่ม หน่อง บอย บอล บอส บอม บี บีม เบียร์ เบล เบลล์ เบิร์ด เบนซ์
    แบงค์ ใบเฟิร์น ใบเตย บัว บุ๋ม บุ๊ค ปลา ป่าน ปาล์ม ปิง ปอ ปอย ป้อ ป้อม ปุ้ย ปุ๊ก ปุ๋ย ปู ปูเป้
    เป้ เปิ้ล เปิล แป้ง แป๋ว โป้ง ป๊อบ ป๊อป ปริม ปลื้ม ปิ่น ผึ้ง แพท แพร เพชร เพ็ญ เพียว พลอย พีท
    พิม พิมพ์ พิ้งค์ พราว แพรว พุก ฝน ฝ้าย เฟิร์น แฟง แฟรงค์ ฟ้า ฟิล์ม ฟลุ๊ค เฟรม โฟร์ ภู ภีม มด
    มดแดง มายด์ มาร์ค มุก มุ้ย มุ่ย มิ้นท์ มิ้น มิว แมว แมน แม็ก โม โมจิ ไมค์ เมย์ เม เหมียว หมู
    หมวย หมี ม่อน ม่วง หมิว ยุ้ย แยม ยิ้ม ยุ แยมโรล รุ้ง ริน ลูกน้ำ ลูกตาล ลูกปลา ลูกหมู ลูกเกด
    แหลม เล็ก หลิน วิว วุ้น แวว วาว หวาน ส้ม ส้มโอ แสตมป์ สตางค์ สายป่าน แหม่ม แหวน โหน่ง โหนก อ้น
    อ้อ อ้อม อ้อย อ้วน อาร์ม อาร์ต อิ๊ฟ อิ๋ว อุ๋ย อุ้ม อุ้ย เอ เอ๋ เอ็ม เอ็กซ์ เอิร์ธ แอ๋ม แอ๋ว แอน
    แอนนา แอม แอ๊ด โอ โอ๋ โอ๊ค โอ๊ต โอม ไอซ์ ไอ ออม ออย ออฟ อั้ม เอิง เอิน ฮันนี่
"""
NICKNAMES: frozenset[str] = frozenset(_WORDS.split())
"""Without those that are words of a return as well: หญิง, น้อย, แทน, ต่อ, หนึ่ง, ใหญ่."""

_LATIN_WORDS = """
    Alex Alice Amy Ann Anna Anne Annie Andy Bam Bas Beam Bell Ben Benz Benny Bim Bob Boom Boss Bow Boy
    Cindy Dave David Dew Donut Earn Emma Fah Fern Fluke Frank Frankie Gift Golf Guy Ivy Jack Jaja James Jan
    Jane Jasmine Jay Jean Jeab Jen Jenny Jim Jimmy Joe John Johnny Joy Judy Julie June Karn Kate Kay Ken
    Kevin Kim Kitty Koi Kung Lek Lily Linda Lisa Lucy Maew Mam Maria Mary Max Meen Mew Michael Mike Mild
    Mint Mo Mook Mos Mui Nan Nancy Nat Nate Nick Nicky Ning Nok Nong Nook Noon Nui Num Nut Oat Oil Oom
    Pam Pang Pat Paul Peach Pete Peter Pim Ping Ploy Pom Pook Poom Prae Pui Rose Ryan Sam Sara Sarah Simon
    Somo Sue Susan Tan Tar Tim Tina Toey Tom Tommy Ton Tony Toon Vicky Yai Yam Yok Yui
"""
LATIN_NICKNAMES: frozenset[str] = frozenset(_LATIN_WORDS.split())
"""Without those that are subjects, months or words of a school's work: Art, Book, English, March, May."""
