package text

// languages are those told apart by words and letters; the rest go by script.
var languages = [...]string{"fr", "en", "ru", "es", "pt", "it", "de", "nl", "tr", "pl", "ro", "ca", "sv", "cs", "id",
	"uk", "be", "bg", "sr", "kk", "ky", "ar", "fa", "mk", "tt", "oc", "da", "vi", "uz"}

// commonLists are each language's commonest short words.
var commonLists = map[string]string{
	"fr": `le la les l' un une des du de d' et est il elle ils elles on en au aux que qu' qui dans pour par sur avec sans
		ne n' pas plus se s' ce c' cette ces son sa ses leur leurs a ont été être avait était sont fait mais ou où selon
		après avant depuis lors nous vous je j' tout tous toute deux contre entre aussi dont très même comme jusqu' morts
		blessés personnes police tué tués dit aucun bilan autorités ville pays gouvernement président
		euh ça peu alors si chez bien me ai tu peut lui parce oui quand enfin moi autres autre avoir sous votre
		notre vos nos soit doit voir fois première premier toujours déjà jour encore beaucoup quoi ainsi cela sera
		point quelques plusieurs devant étaient avaient moins trop année années ancien grand grande temps nouveau
		nouvelle effet rien dès tant ceux celui celle jamais chaque quel quelle quels quelles combien comment
		pourquoi qu'il quelqu' faut faire dire mes mon ton parmi chez voilà ici près cour toutes personne laquelle
		lequel peuvent doivent seront serait vers donc or ni car`,
	"en": `the of and to in a is was were are be been it he she they we you i that this these those for on with as at by
		from his her their its have has had not but or an which who will would said after before more than about there
		people killed police when what no if than into over over two also government president officials our your my
		me do so all any some one out can could just get up like very please them him us am how should now back even
		only because because see best good make need many much here where never being made right same off since last
		around both told through next few down little come go going know think don't didn't i'm it's got off want
		every such own between always still while another each against without until during under again am does did
		done let others someone something anyone`,
	"ru": `и в на не что с по как из о за к от для это он она они его её ее их мы я вы было был были быть есть при до
		после также но а то все или уже более около человек погибли по-прежнему который которые когда если сообщил
		сообщили россии власти города же бы ли у об во со под над без чтобы
		меня мне мной себя только где года году лет ему ей ним ни вот там тут здесь тебя тебе того этого этом этой
		эти этих чем нам вас вам нет однако раз можно лишь больше надо несколько через теперь очень тогда пока
		просто себе нас ничего тоже всего всех всем свою свои своих которой которых некоторые каждый другой других
		том будет будут этот какой такой такое один одна два три день время человека людей жизни`,
	"es": `el la los las de del y en que un una es por con para no se su sus al lo como más pero fue ha son han este esta
		entre cuando muy sin sobre también ser hay hasta desde todo según muertos heridos personas donde ya o
		fueron está están era eran cual quien cuya les nos toda todos todas otra otros cada contra durante mediante
		ante porque puede podrá tiene tienen derecho persona hoy así sea sean e ni`,
	"pt": `o a os as de do da dos das e em no na nos nas que um uma é por com para não se seu sua ao à mais mas foi são
		como pelo pela até também ser há já ou mortos feridos pessoas segundo está isso quando muito
		pelos pelas num numa ele ela eles elas seus suas toda todos todas qualquer cada outra outros contra durante
		porque pode tem têm direito pessoa hoje assim seja sejam nem lhe sem sobre entre ter`,
	"it": `il lo la i gli le di del della dei delle e in nel nella che un una è per con non si al alla da dal dalla sono
		come più ma ha hanno anche essere dopo stato questo questa fra tra morti feriti persone secondo o su
		degli dello nei nelle negli sul sulla sui sulle dai dalle agli ai allo ogni suo sua suoi sue loro deve
		devono può tutti tutte tutto qualsiasi contro durante perché diritto individuo oggi così sia siano ed né
		nello se chi cui`,
	"de": `der die das und in zu den dem des ein eine einer einem einen ist nicht mit von auf für im sich als auch es an
		werden aus er hat dass sie nach wird bei sind noch wie über so zum war haben nur oder aber vor zur bis mehr
		durch man worden tote verletzte polizei gegen wurden wurde
		jeder recht seine seiner seinen ihr ihre ihrer alle allen muss darf soll kann ohne unter zwischen dieser
		diese dieses niemand jede jeden seinem keine kein wir uns`,
	"nl": `de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij uit nog naar door over
		heeft hebben werd wordt worden deze die wel geen meer ze hij zij doden gewonden politie na
		ieder haar hun dit zal moet mag kan of tegen zonder tot onder tussen recht alle elk zich zo andere hierbij
		niemand wie ten der enige zullen onze wij ons`,
	"tr": `ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra ne var ya ama göre değil oldu olduğu kişi
		ancak her`,
	"pl": `i w na z do się nie że to jest o jak po od za przez dla są ale był było oraz który która ich jego tym
		został przed policja osób`,
	"ro": `și în de la a cu pe din nu o un care este pentru că să se mai au fost sunt dar ca prin după lui între până
		oameni
		orice oricărei fie sau ori sale său sa ei lor acest această aceste toate toți tot unei unui dreptul persoană
		are avea fără către sub cum asupra altă alte fi într`,
	"ca": `i el la els les de del i en que un una és per amb no es al com més però ha han són aquest aquesta entre dels
		també va ser segons
		als pel pels seva seu seus seves tota tots totes altra altres cada contra durant perquè pot té tenen dret
		persona avui així sigui o ni sense sobre qualsevol ésser tothom aquests aquestes hom lliure llibertat`,
	"sv": `och i att det som en på är av för med den till inte har de ett om var men sig från vid kan efter hade eller
		när mot under polisen`,
	"cs": `a v se na je že s z do o to i ve jako za by ale po podle pro byl bylo byla jsou který která než při také
		už`,
	"id": `yang dan di ini itu dengan untuk dari dalam pada tidak akan oleh ke adalah sebagai juga telah orang karena
		mereka tewas warga
		setiap berhak atas atau semua harus dapat tanpa antara serta seorang pun hak secara`,
	"uk": `і в у на не що з та до як за про від для це він вона вони його її їх був була було були але або після також
		через під є людей який які
		кожна кожен людина має право усі всі цього цій цьому щоб бути може можуть повинен повинна повинні без між
		над свої своєї свою своїх їхніх ніхто жодна інші інших так коли якщо лише вже тільки проти перед таких ж чи
		те тих цих`,
	"be": `і ў у на не што з да як за пра ад для гэта ён яна яны яго быў была былі але пасля таксама
		кожны чалавек мае права або усе ўсе гэтага гэтай гэтым каб быць можа могуць павінен павінна павінны без
		паміж над свае сваёй сваю сваіх яе іх ніхто іншых так калі толькі ўжо супраць перад такіх ці тыя пры якія
		якая які якой`,
	"bg": `още много хора няма сред заради беше бяха имат вече и в на не че с по как от за до са се да е той тя те беше но или след също при които който към
		всеки човек има право всички тази този това тези трябва бъде бъдат може могат без между над своя своето
		своите неговото нейните никой други така когато ако само вече против пред такива чрез нито един една върху
		във със ще като`,
	"sr": `и у на не да је са од за до се су то као о али или после који која није био била ће би
		свако сваки човек има право сви овог ове ова треба буде буду може могу без између над свој своје своју
		својих нико други тако када ако само већ против пред таквих кроз ни један једна према ради код њихове његове
		без бити`,
	"kk": `және мен бен да де бұл бір үшін деп еді бойынша ол екен болды туралы қазақстан кейін адам
		әр құқығы бар немесе барлық оның олар өз өзінің тиіс болуы керек емес арқылы жоқ тең пен ешкім ешқандай осы
		осындай басқа қандай кез келген`,
	"ky": `жана менен бул бир үчүн деп эле боюнча ал болду тууралуу кыргызстан кийин адам эмес
		ар укугу бар же бардык анын алар өз өзүнүн тийиш болушу керек эч ким ушул ушундай башка кандай аркылуу жок
		тең эркин`,
	"mk": `и во на не што се со по како од за до е тој таа тие но или после кој која кои секој човек има право сите овој
		оваа ова треба биде бидат може можат без меѓу над свој своја своето никој други така кога ако само веќе против
		пред преку ниту еден една кон врз`,
	"tt": `һәм белән да дә бу бер өчен дип буенча ул кеше һәр хокукы бар яки барлык аның алар үз үзенең тиеш булырга
		кирәк түгел аша юк тигез беркем шул башка нинди хокуклы`,
	"oc": `lo la los las de del dels e en que un una es per amb non pas al coma mai mas es son aqueste aquesta entre dins
		tanben èsser òm tota totas totes sus sens cada drech persona son sa sos sas lor`,
	"da": `og at er en af til den det som ikke på med for de har der et om var men fra ved kan efter eller skal enhver ret
		uden mod under hans sin sit sine alle ingen denne dette af`,
	"vi": `và của các là được có không cho với những người mọi quyền trong này một để hay phải do như từ`,
	"uz": `va bilan uchun har bir bu ham yoki emas kerak huquqiga ega inson shaxs o'z barcha uning deb`,
	"ar": `في من على إلى أن عن التي الذي هذا هذه ما لا كان و بعد قال مع`,
	"fa": `در و به از که این را با است برای آن یک خود تا بر های می شد`,
}

// letterLists are letters beyond ASCII that speak for a language.
var letterLists = map[string]string{
	"fr": "éèêàçùûîôœëï", "es": "ñáéíóú", "pt": "ãõçáéíóúâê", "it": "àèìòù", "de": "äöüß", "nl": "ë", "tr": "ğışçöü",
	"pl": "ąęłńśźżćó", "ro": "ășțîâ", "ca": "çàèéíòóú", "sv": "åäö", "cs": "ěščřžýáíéůú", "ru": "ыэъё",
	"uk": "іїєґ", "be": "ўыэі", "bg": "ъ", "sr": "јљњћђџ", "kk": "әғқңөұүһі", "ky": "ңөү", "fa": "پچژگک",
	"mk": "ѓќѕџјљњ", "tt": "әөүҗңһ", "oc": "òèçàí", "da": "æøå",
	"vi": "ơưđạảấầẩậắằặẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹăẫẵ", "uz": "ʻ",
}

// endingLists are endings of longer words, for titles and other short lines.
var endingLists = map[string]string{
	"fr": "aphie ique iques ement ements eurs eux euse euses aire aires ées ée ait aient oire oires ault eau eaux tre tres sse ière ières elle elles enne ienne ence ance age ages isme iste istes és ité ités",
	"en": "ing ings ed ness able ment tion tions ous ive ally ly ity ty ght ther ould ck sh ship ful ers ies ph ow",
	"pt": "ção ções dade ões mento",
	"it": "zione zioni ità ato ati ata zza ggio mente gli",
	"de": "ung ungen heit keit lich isch schen cht chen ische",
	"nl": "ijk aan oor lijk heid atie",
	"ru": "ов ев ый ий ой ая яя ое ее ые ие ить еть ует ают яют ает ется ются ится ала али ила или нный нная нные ому ему ою ую юю ым ыми ого его ция ции ость ения ение ания ание ский ская ские ся ть ться лся лась ых их ами ями",
	"pl": "owa ego ych czny ość",
	"ro": "ului ilor ții ție ează ească ului uri",
	"ca": "ció cions tat tats ment ència ància",
	"uk": "ння ття ості істю ої ій ють ати ити ції ість ому ими ній ську ська ські ськ",
	"be": "ння ацыі цыі ець аць ыць асці асць ага яга ыя ым ую ага аў іў ска скі",
	"bg": "ите ата ото ето ята ият ането ване ност ъчно ъл ър ът ъм ъв ъс",
	"sr": "њу ње ња ког ост ити ати ају ује ећи ачи ски ћу",
	"mk": "ите ата ото ето ање ење ување ост ски ува",
	"kk": "лар лер дар дер тар тер ның нің дың дің ған ген қан кен дық лық лік тік сыз",
	"ky": "лар лер дар нын дын уу үү ган ген оо луу дык сыз ары",
	"tt": "лар ләр нар ның нең га гә ган гән рга ергә лык лек",
	"da": "hed elser lse ede erne",
	"oc": "cion cions tat tats ament itat",
	"es": "ción ciones dad dades ado ados ada adas iento ando mente ón os",
}
