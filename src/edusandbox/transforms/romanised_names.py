"""Thai given names in Latin letters, and Latin words that no person is called: to tell one from the other."""

_GIVEN = """
    achara adisak aekachai amnat amnuay amornrat ampai amphon anan ananda anchalee anong anongnat
    anucha anuchit anurak anusorn anuwat apichai apichart apinya apirak areerat areewan arisa arkom
    arnon aroon arthit arunee atchara banchong bancha banjong benjamas boonchai boonchu boonlert
    boonma boonmee boonsong boonsri boontham bunchai bunma bunmi buppha chaiwat chaiya chaiyaporn
    chaiyong chalerm chalermchai chalida chalong chamnan chanida channarong chantana chanthip chanya
    charoen chatchai chatri chaweewan chayaporn chinda chinnawat chirapat chollada chompoo chonlada
    chutima daranee darunee darika duangjai duangporn ekachai ekkachai hathairat issara itthipol
    jakkrit jantra jaruwan jatuporn jintana jirapa jiraporn jirawat jittra jutamas kamol kamonwan
    kanchana kanda kanitha kanjana kannika kanokwan kanya kasem kawin kesinee ketsara khanittha
    kitti kittichai kittipong kittisak komsan kongsak korn kraisorn krisada krisana krit kritsada
    kulthida lamai ladda ladawan lalita manas manat manee manit manop malee mali malinee mana
    mayuree mongkol montri mukda nantana nantiya napaporn napat narong narongchai narumon natcha
    natchaya nathan natthaphon nattapong nattaya nattawut netnapa nida nikom nipa nipaporn niran
    niphon nisa nitaya niwat nonglak noppadon nopporn nuanchan nuch nutchanat oranuch orathai orawan
    pairat paisan paitoon pakorn panadda panida panya panyaporn paradorn parichat pattama pattarapon
    patcharee patcharin pawina pensri petcharat phanuphong phichai phatchara piboon pichai pichit
    pimchanok pimjai pinit pipat piti pitak piya piyachat piyanut piyaporn pongsak ponlawat pornchai
    pornpimol pornthip porntip prachak prachya pradit praiwan prakit prakong pramote pramual pranee
    prapai prapas prapat praphan prasan prasert prasit prasong prateep pratuan pravit prawit prayong
    prayut preecha preeda preeya pricha punya rachanee raksak rapeepan ratana rattana ratchanee
    ratree rawee rerngchai rojana rungnapa rungroj rungthiwa ruthai saichon saifon sakchai sakda
    sakorn samai saman samart samran samrit sanan sangwan sanit santi saowalak saowanee saowapa
    sarawut sarayut sathit sawat sayan seksan siriluck siriporn sirirat siriwan sirikul sitthichai
    sittichai somboon somchai somchit somdej somjai somjit somkiat somkid somlak sommai sommart
    somnuek somnuk sompong somporn somrak somruethai somsak somsri somthawin somwang sopha sophon
    songkran songsak sudaporn sudarat sujin sujitra sukanya sukit sumalee suman sumitra sumon sunan
    sunee sunthorn supachai supaporn supattra supawadee suphot supoj suradech surachai surapol
    surasak surat suree sureerat suriya surin suthep suthin sutthiporn suwan suwanna suwat suwit
    tanapon tanawat tawan tawatchai teera teerapong teerasak thanakorn thanapat thanasak thanawat
    thanya thaweesak thawatchai theerapong thida thipawan thitima thongchai thongdee thongsuk
    tipawan uaychai udom udomsak urai uraiwan usa uthai uthit vichai vichien vilai viroj visit
    vorapong waewta walai wanchai wandee wanida wanna wannee wannapa wanpen warangkana waraporn
    warinthorn warit wasana watchara wattana weera weerachai weerasak wichai wichian wichit wilai
    wilaiwan wilawan winai wipa wirat wiroj wirot wisit wissanu witthaya worachai worapong worawit
    yaowalak yaowapa yingyos yupa yupin yuphin yuttana yutthana
"""
_OTHERS = """
    school college university academy institute kindergarten wittaya witthaya vittaya wittayakhom
    witthayakhom phitthayakhom pittayakom wittayalai anusorn model district amphoe tambon muang
    mueang temple wat ban hospital road province office center centre meet zoom classroom excel word
    windows teams access forms powerpoint grade class total page sheet table data project day week
    month year english thai science math
"""

ROMANISED_NAMES = frozenset(_GIVEN.split())
NOT_OF_PERSONS = frozenset(_OTHERS.split())
