"""English words that Telex would turn into a syllable of Vietnamese: «chair» is no «chải»."""

from typing import Final

LIKE_TELEX: Final = frozenset(
    """
aam aams aaru achs acs air ais aix ams ans aos arm arn aro aru ary asc asp ast ats auf aus awks
awm awms awn awns ays bachs bacs bais bajan bajau bams bangs bans baps bar bari barm barn baru bas
basan basi bast bats bawn bawns bays bee beech beechs beef beem beems been beens beer bees beest
beet beets bengs benj bens ber bere berm bern bes beset best bets bias bija bims binhs bins birn
bis bits bixa boar boas boast boats boer boes bois bojo boms bongs bons boo boof boom booms boon
boons boor boos boost boot boots bops bor bora boran bore born boro boron bos bosa bosc bose bosn
bosom boson bots bow bows box boxen bra bram bran brawn bray bree bren brim brin broo broom broon
brow brown brun bums bungs buns bur buri burn bury bus bust busy buts buys bwr bws bys caam caams
cajan cams cans caps car caro cary cas cast cats cauf cawks cays cee cees ceps cer cere cern cero
ces cest chacs chair chais chams changs chaos chaps char charm chary chas chasm chast chats chaus
chawks chays chee cheep cheeps cheer chees cheet cheets chef chengs chens cherem ches chese chest
chets chias chichs chins chips chirm chis chits chocs choes choir choop choops chops chora chorai
chore chos chose chosen chow chows chria chufa chums chuns churm churn chuts cis cist cits coachs
coans coas coast coats coax coaxy coes coif coir coix coms congs cons coo coof coom cooms coon
coons coop coops coos coost coot coots cops cor cora coram core corm corn cos cosen coset cost
cots cow cows cox coxa cram cran crang crawm cray cree creem creen crin cro crom croon crow crown
crum cry csa cuir cums cuns cups cur curn cus cusp cuts cuyas dais dams dangs dans daos daps dar
dari darn das dasi dats daur dawks dawn dawns days dday ddays dee deem deems deep deeps deer dees
dens dere derm dern des dex dias dichs dims dins dips dis disa dits djia doats docs doer does
doest doms dongs dons doo doom dooms doon doons doop doops door doos dops dor dora dori dorm dorn
dos dosa dose dost dots dow dowf down downs dowp dowps dows dowst doxa dram drang drawn dray dree
dreng drow drown drum drung dry dums dungs duns dups dur dura durn dust dux dys een eens eer ees
eet eets emf ems ens eos eps ere ern ese est ets exo gair gaj gams gangs gans gaps gar garn garo
gary gas gasan gasp gast gats gaur gaus gawks gawm gawms gawn gawns gays gee geer gees geest geet
geets gems gens geos ger gere germ gern ges gest gets ghans ghast ghats ghee ghees ghoom ghooms
ghost giens gies gif gims gins gios gips gire girn giro gis gise gist gits giust gjo goaf goans
goar goas goats goens goer goes gois gongs gons goo goof goon goons goop goops goos goost goot
goots gops gor gora goran gore gorm gos gots gowf gown gowns gra gram gray gre gree green grim
grin groan groom grow grown grum grun gry guar gufa gums gunj guns gups gur gus gust guts guys haf
hair haj haji hams hangs hans haos haps harm harn hary has hasan hasp hast hats haus hawks hawm
hawms hays heep heeps heer hems hengs hens heps her here herem heren hern hero hes hesp hest hets
hex hias hims hins hips hir his hisn hist hits hoar hoary hoas hoast hoax hoer hoes hois hongs
hons hoo hoof hoom hooms hoon hoons hoop hoops hoos hoot hoots hops hora hore horn hos hose hosen
host hots how howp howps hows hox hsi huis hums hungs huns hups hura hus huts hwa hwas hys ichs
ims ins ira ism ist its kaf kais kaj kams kangs kans kari karn karo kas kasm kats kawn kawns kays
kee keech keechs keen keens keep keeps kees keest keet keets kef kens keps ker kern kest kets kex
khair khans khar khas khasi khats khets khir khoja khots khus kims kins kips kirn kis kist kits
koas kois kojang kons kops kor kora koran kore kori kos koso kosong kra kran krang kreng kroo
kroon kru kuar kuas kuis kungs kuri kusa kys laang laangs lacs lair lais lams langs lans lanx laos
laps lar lari lary las lasi last lats laur laus lawks lawn lawns lax lays lee leech leechs leef
leep leeps leer lees leet leets lems lens leos leps ler lere les lese lest lets lex liar lias
lichs lif lija lims lins lips lira lis lisa lisp list lits loachs loaf loams loans loas lof loir
lois longs loo loof loom looms loon loons loop loops loos loot loots lops lora loran lore loren
lori lorn loro los lose lost lots low lown lowns lows lox lucs luis lums lungs lur lura luri lus
lust luts lux lys maam maams maat maats macs majo mams mangs mans manx maos maps mar marang mari
marm maro maru mary mas mast masu mats maus maux mawks mawp mawps max mays meech meechs meer meet
meets mems mengs mens meos mer mere mero mes mese mesem meso mest mets mias michs mims mins minx
mir mira mis mist mix moans moas moats moes mois mojo mongs mons moo moon moongs moons moop moops
moor moorn moos moost moot moots mops mor mora moran moray more morn moro moron morong mos mose
most mots mow mown mowns mows mowt mowts moxa moxo mru muir mums mungs munj muns mura mus musa
must mux muxy mwa mwas mys naam naams nachs naif nair nais nams nans naos naps nar nary nas nasch
nasi naso nast nats nawt nawts nays nee neem neems neep neeps neer nees neet neets nef nems neos
neps ner nere nero nes nese nest nets ngais nhans nias nims nins nips nis nits nix noams noas nof
noir noms nons noon noons noop noops noot noots nor nora nori norm norn nos nose nost nots now
nows nowt nowts nox noxa nuns nups nur nus nuts nys oaf oams oar oary oas oast oats oer oes ofo
ojo oms ons oon oons oop oops oos ora orang ore oreo orn osc ose ost own owns ows oxan oxen pharo
phasm pheer phis phits phons phoo phoos phora phore phos phose phots phren phus phuts psha quair
quans quaps quar quas quasi quats quawks quays queen queens queer queest queet queets quern ques
quest quets quichs quins quips quira quis quits qungs quoif quops quos quots quran rachs raif rais
raj rams rangs rans raps rar ras rasp rats rax rays ree reef reem reems reen reens rees reest reet
reets ref rengs rens reps res rese reset resp rest rets rex rexen rias richs rims rips ris risp
rist rits rix roachs roams roans roar roast rocs roer roes rois rongs rons roof room rooms roon
roons roop roops roost root roots rori ros rosa rose rosen roseo roset rost rots row rown rowns
rows rox ruas rums rungs runs rus rusa rust ruts rux rys saan saans sacs safi sair sais saj sams
sangs sans saos saps sar saran sari sarn sas sasan sats sauf saur sawn sawns sawt sawts sax says
secs see seech seechs seem seems seen seens seep seeps seer sees seet seets sens seps ser sere
sero ses sets sex sias sichs sims sinhs sins sips sir sis sist sits six soams soaps soar soary
socs soes sofa sofi soja songs sons soon soons soot soots sops sora sore sori sorn sos soso sots
sow sown sowns sows sowt sowts sox sri srim ssi ssu suf sufi suis suji sums sungs suns sups sur
sura surya sus susi swa swas swown swowns sys tachs tacs tais taj tams tangs tanhs tans taos taps
tar tarau tari tarn taro tas tasu tats taur taus tawn tawns tax taxi taxy tays tecs tee teem teems
teen teens teer tees teest teet teets tengs tens ter tereu term tern tes test thais thans thar
tharm thas thats thawn thawns thee theer thees theet theets thems thens theos there therm thes
these thins thir this thisn thof thongs thons thoo thoom thooms thoos thor thore thorn thoro
thoron thos those thow thows thowt thowts thram thrang thrawn three thro throe throng throw thrown
thru thrum thuja thungs thurm thus thuyas thys tiar tims tins tips tis tits tji toas toast toats
toes tois toms tongs tons too toom tooms toon toons toop toops toos toot toots tops tor tora toran
tore torn toro tos tose tost tots tow town towns tows tox toxa toxon trais trams trans traps tras
trasy trays tree treen treens trees tref trens trest trets trias trifa trims trins trips tris
trist trix troats trojan trons troops troots trots trow trows truns trust trys tshi tsia tsun tuas
tufa tuis tums tungs tuns tups tur turi turm turn tus tuts tuwi tuwis tux twa twas twi twis uji
ums uns ups ura uri urn usee ust uts vair vais vangs vans vaps varan vari vary vas vast vasu vats
vaus vee veen veens veep veeps veer vees veps vern vese vest vets vex vias vims vips vira vis visa
voar voes voets vos vow vows vox vums vus waf war was wax wir wis wowt wowts wur wus xes xis xosa
xray xxi tex dtex
""".split()  # noqa: SIM905 - a thousand quotation marks would hide the words
)
"""Of Webster's of 1913 and 1934 (package english-words), and short names of units and programs."""
