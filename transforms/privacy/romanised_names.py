"""Thai given names in Latin letters, and Latin words that no person is called: to tell one from the other."""

_GIVEN = """
    achara adisak aekachai amnuay amornrat ampai amphon ananda anchalee anong anongnat anucha
    anuchit anurak anusorn anuwat apichai apichart apinya apirak areerat areewan arisa arkom arnon
    aroon arthit arunee atchara bancha banchong banjong benjamas boonchai boonchu boonlert boonma
    boonmee boonsong boonsri boontham bunchai bunma bunmi buppha chaiwat chaiyaporn chaiyong chalerm
    chalermchai chalida chamnan chanida channarong chantana chanthip chanya chatchai chatri
    chaweewan chayaporn chinnawat chirapat chollada chompoo chonlada chutima daranee darika darunee
    duangjai duangporn ekachai ekkachai hathairat issara itthipol jakkrit jantra jaruwan jatuporn
    jintana jirapa jiraporn jirawat jittra jutamas kamol kamonwan kanda kanitha kanjana kannika
    kanokwan kanya kawin kesinee ketsara khanittha kitti kittichai kittipong kittisak komsan kongsak
    korn kraisorn krisada krisana kritsada kulthida ladawan ladda lalita lamai malee mali malinee
    mana manas manat manee manit manop mayuree mongkol mukda nantana nantiya napaporn napat
    narongchai narumon natcha natchaya nathan nattapong nattawut nattaya natthaphon netnapa nida
    nikom nipa nipaporn niphon niran nisa nitaya nonglak noppadon nopporn nuanchan nuch nutchanat
    oranuch orathai orawan pairat paisan paitoon pakorn panadda panida panya panyaporn paradorn
    parichat patcharee patcharin pattama pattarapon pawina pensri petcharat phanuphong phatchara
    piboon pichai pichit pimchanok pimjai pinit pipat pitak piti piyachat piyanut piyaporn pongsak
    ponlawat pornchai pornpimol pornthip porntip prachya praiwan prakit prakong pramote pramual
    pranee prapai prapas prapat praphan prasan prasert prasit prateep pratuan pravit prawit prayong
    prayut preecha preeda preeya pricha punya rachanee raksak rapeepan ratana ratchanee ratree rawee
    rerngchai rojana rungnapa rungroj rungthiwa ruthai saichon saifon sakchai sakda sakorn saman
    samart sangwan saowalak saowanee saowapa sarawut sarayut sayan seksan sirikul siriluck siriporn
    sirirat siriwan sitthichai sittichai somchai somchit somdej somjai somjit somkiat somkid somlak
    sommai sommart somnuek somnuk sompong somporn somrak somruethai somsak somsri somthawin somwang
    songkran songsak sophon sudaporn sudarat sujin sujitra sukanya sukit sumalee suman sumitra sumon
    sunan sunee sunthorn supachai supaporn supattra supawadee suphot supoj surachai suradech surapol
    suree sureerat suriya suthin sutthiporn suwanna suwat suwit tanapon tanawat tawatchai teera
    teerapong teerasak thanakorn thanapat thanasak thanawat thawatchai thaweesak theerapong thida
    thipawan thitima thongchai thongdee thongsuk tipawan uaychai udomsak urai uraiwan usa uthit
    vichai vichien vilai viroj visit vorapong waewta walai wanchai wandee wanida wanna wannapa
    wannee wanpen warangkana waraporn warinthorn warit wasana watchara wattana weera weerachai
    weerasak wilaiwan wilawan winai wipa wirat wiroj wirot wissanu witthaya worachai worapong
    worawit yaowalak yaowapa yingyos yupa yuphin yupin yuttana yutthana
"""
"""None of them is a word of a place's name (Udom Sap, Santi Suk)."""
_OTHERS = """
    school college university academy institute kindergarten wittaya witthaya vittaya wittayakhom
    witthayakhom phitthayakhom pittayakom wittayalai anusorn model district amphoe tambon muang
    mueang temple wat ban hospital road province office center centre meet zoom classroom excel word
    windows teams access forms powerpoint grade class total page sheet table data project day week
    month year english thai science math
"""

ROMANISED_NAMES = frozenset(_GIVEN.split())
NOT_OF_PERSONS = frozenset(_OTHERS.split())
