package text

// languages are those told apart by words and letters; the rest go by script.
var languages = [...]string{"fr", "en", "ru", "es", "pt", "it", "de", "nl", "tr", "pl", "ro", "ca", "sv", "cs", "id",
	"uk", "be", "bg", "sr", "kk", "ky", "ar", "fa"}

// commonLists are each language's commonest short words.
var commonLists = map[string]string{
	"fr": `le la les l' un une des du de d' et est il elle ils elles on en au aux que qu' qui dans pour par sur avec sans
		ne n' pas plus se s' ce c' cette ces son sa ses leur leurs a ont été être avait était sont fait mais ou où selon
		après avant depuis lors nous vous je j' tout tous toute deux contre entre aussi dont très même comme jusqu' morts
		blessés personnes police tué tués dit aucun bilan autorités ville pays gouvernement président`,
	"en": `the of and to in a is was were are be been it he she they we you i that this these those for on with as at by
		from his her their its have has had not but or an which who will would said after before more than about there
		people killed police when what no if than into over over two also government president officials our your my`,
	"ru": `и в на не что с по как из о за к от для это он она они его её ее их мы я вы было был были быть есть при до
		после также но а то все или уже более около человек погибли по-прежнему который которые когда если сообщил
		сообщили россии власти города же бы ли у об во со под над без чтобы`,
	"es": `el la los las de del y en que un una es por con para no se su sus al lo como más pero fue ha son han este esta
		entre cuando muy sin sobre también ser hay hasta desde todo según muertos heridos personas donde ya o`,
	"pt": `o a os as de do da dos das e em no na nos nas que um uma é por com para não se seu sua ao à mais mas foi são
		como pelo pela até também ser há já ou mortos feridos pessoas segundo está isso quando muito`,
	"it": `il lo la i gli le di del della dei delle e in nel nella che un una è per con non si al alla da dal dalla sono
		come più ma ha hanno anche essere dopo stato questo questa fra tra morti feriti persone secondo o su`,
	"de": `der die das und in zu den dem des ein eine einer einem einen ist nicht mit von auf für im sich als auch es an
		werden aus er hat dass sie nach wird bei sind noch wie über so zum war haben nur oder aber vor zur bis mehr
		durch man worden tote verletzte polizei gegen wurden wurde`,
	"nl": `de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij uit nog naar door over
		heeft hebben werd wordt worden deze die wel geen meer ze hij zij doden gewonden politie na`,
	"tr": `ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra ne var ya ama göre değil oldu olduğu kişi
		ancak her`,
	"pl": `i w na z do się nie że to jest o jak po od za przez dla są ale był było oraz który która ich jego tym
		został przed policja osób`,
	"ro": `și în de la a cu pe din nu o un care este pentru că să se mai au fost sunt dar ca prin după lui între până
		oameni`,
	"ca": `el la els les de del i en que un una és per amb no es al com més però ha han són aquest aquesta entre dels
		també va ser segons`,
	"sv": `och i att det som en på är av för med den till inte har de ett om var men sig från vid kan efter hade eller
		när mot under polisen`,
	"cs": `a v se na je že s z do o to i ve jako za by ale po podle pro byl bylo byla jsou který která než při také
		už`,
	"id": `yang dan di ini itu dengan untuk dari dalam pada tidak akan oleh ke adalah sebagai juga telah orang karena
		mereka tewas warga`,
	"uk": `і в у на не що з та до як за про від для це він вона вони його її їх був була було були але або після також
		через під є людей який які`,
	"be": `і ў у на не што з да як за пра ад для гэта ён яна яны яго быў была былі але пасля таксама`,
	"bg": `и в на не че с по как от за до са се да е той тя те беше но или след също при които който към`,
	"sr": `и у на не да је са од за до се су то као о али или после који која није био била ће би`,
	"kk": `және мен бен да де бұл бір үшін деп еді бойынша ол екен болды туралы қазақстан кейін адам`,
	"ky": `жана менен бул бир үчүн деп эле боюнча ал болду тууралуу кыргызстан кийин адам эмес`,
	"ar": `في من على إلى أن عن التي الذي هذا هذه ما لا كان و بعد قال مع`,
	"fa": `در و به از که این را با است برای آن یک خود تا بر های می شد`,
}

// letterLists are letters beyond ASCII that speak for a language.
var letterLists = map[string]string{
	"fr": "éèêàçùûîôœëï", "es": "ñáéíóú", "pt": "ãõçáéíóúâê", "it": "àèìòù", "de": "äöüß", "nl": "ë", "tr": "ğışçöü",
	"pl": "ąęłńśźżćó", "ro": "ășțîâ", "ca": "çàèéíòóú", "sv": "åäö", "cs": "ěščřžýáíéůú", "ru": "ыэъё",
	"uk": "іїєґ", "be": "ўыэі", "bg": "ъ", "sr": "јљњћђџ", "kk": "әғқңөұүһі", "ky": "ңөү", "fa": "پچژگک",
}

// endingLists are endings of longer words, for titles and other short lines.
var endingLists = map[string]string{
	"fr": "aphie ique iques ement ements eurs eux euse euses aire aires ées ée ait aient oire oires ault eau eaux tre tres sse ière ières elle elles enne ienne ence ance age ages isme iste istes és ité ités",
	"en": "ing ed ness ly ity ty ght ther ould ck sh ship ful ers ies ph ow",
	"es": "ción ciones dad ado ados ada adas iento ando",
	"pt": "ção ções dade ões mento",
	"it": "zione zioni ità ato ati ata zza ggio mente gli",
	"de": "ung ungen heit keit lich isch schen cht chen ische",
	"nl": "ijk aan oor lijk heid atie",
	"ru": "ого его ция ции ость ения ение ания ание ский ская ские ся ть ться лся лась ых их ами ями",
	"pl": "owa ego ych czny ość",
}
