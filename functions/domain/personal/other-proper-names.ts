import { LANGUAGES, type Language } from "../language.ts";
import { countriesIn } from "../naming.ts";
import { endsAsName, nameStem } from "./name-words.ts";

/**
 * Words with a capital letter that name no person: of organisations and their parts, of places, of peoples, months and
 * days, and forms of address. In Russian and Kazakh the beginnings of words, to which endings are added.
 */

const ENGLISH = `
A Academy Act Action Administration Affairs African Against Agency Agenda Agreement Airport Aktau Aktobe All Almaty
Also Ambassador American An Analysis And Appeal April Arab Arabic Are Army Article As Asia Ask Assembly Assistance
Association Astana At Atom Atyrau August Baikonur Balkhash Bank Be Bishkek Board Border Both Branch British Bureau
Business But By Campaign Can Capital Caspian Center Central Centre Chairman Chairperson Chamber Chief Children
Chinese Christian Christmas Church City Civil Clinic Club Coalition Code College Colonel Commission Commissioner
Committee Community Company Conference Congress Consul Consulate Convention Cooperation Coordinator Council Country
Court Crescent Crime Criminal Cross Culture Dateline Day December Declaration Defence Delegation Democratic
Department Deputy Detention Development Director Directorate District Division Do Doctor Does Dr Dushanbe Each
Easter Eastern Economic Editor Education Embassy Emergency Emirates Employment English Especially Europe European
Every Exploitation Facebook February Federal Federation For Forum Foundation French Friday From Fund General Geneva
German Global Goal Goals Good Google Government Governor Group Guards Guide Hall Has Have He Head Health Her Hero
Heroes High His Honour Hospital Hotel Hotline House How Human I If In Indian Information Initiative Inspectorate
Instagram Institute Integration Inter Interior Internal International Internet Investigation Iranian Is Islam It Its
January Japanese Joint Journal July June Justice Karaganda Kazakh Kazakhs Kazakhstani Khan Korean Kostanay Kyrgyz
Kyzylorda Labor Labour Lake Law League Legal Lieutenant LinkedIn London Magazine Major Manager Mangystau Manual
Marathon March May Media Medical Member Migrant Migration Milky Minister Ministry Mission Mister Monday Mongolian
More Moscow Mosque Most Mountain Movement Mr Mrs Ms Museum Muslim My National Nations Nauryz Neighbourhood Network
New News Newspaper Newsroom NGO No Nobel Nobody Non Nordic North Northern Not November Nowruz Nur-Sultan October Of
Office Officer Official Ombudsman Ombudsperson On One Online Operations Or Organisation Organization Organized
Orthodox Our Pakistani Parliament Partnership Party Pavlodar Persian Persons Petropavl Please Police Policy Polish
Population President Press Prevent Prevention Prime Principles Private Professor Program Programme Project
Prosecutor Protection Protocol Province Public Punish Radio Railway Ramadan Ratified Red Refugees Region Regional
Relations Releases Report Reporter Representative Republic Resolution Rights River Road Roma Russian Sample Saturday
School Secretariat Secretary Section Security Semey Senate September Sergeant Series Service Services Shan She
Shelter Shymkent Silk Social Society Some South Southern Soviet Spanish Special Spokesperson Sputnik State Statement
States Station Statistics Steppe Strategy Street Sub-Regional Summit Sunday Support Suppress Supreme Sustainable
Swedish Tajik Taldykorgan Taraz Tashkent Task Team Telegram Television That The Theatre Their There These They This
Those Thursday Tien TikTok To Town Trade Trafficking Transnational Treaty Trust Tuesday Turkestan Turkey Turkic
Turkish Turkmen Twitter Two Ukrainian Union Unit United University Uralsk Uzbek Victims Village Was Way We Wednesday
Were West Western What WhatsApp When Where Which Who Why Will With Women Work Workshop World Year York You Your
Youth YouTube Zhetysu
`;

const RUSSIAN = `
август агентств адвокат администраци азербайджан ази азиатск азии азия академи акмол актау актоб алматинск алматы
америк американск апрел арабск аральск ассамбле ассоциаци астан атыра афган африк аэропорт байконур балхаш банк
баспан бахрейн белорус бишкек больниц больш британск бюро вам вами вас ваш вашего вашей ваши великобрит верховн вид
власт вокзал вооруж воскресен восток восточн все всемирн всеобщ всероссийск вторник вы где генеральн генпрокур
герман геро героев глав голов гор город госдепартамент гостиниц государств готов гражданск грузи группа да движени
декабр декларац деле демонстрац день деп департамент дет директор для дней договор документ дом душанбе евразийск
европ европейск его ежегодн елбас если ее жамбыл женев женщин жетысу журнал за закон зал заместител западн защит
здоров земл из израил инди индонез инстаграм институт интернет информационн иран испан их июл июн казахск казахстан
как караганд карагандинск каспи катар кита клиник клуб князь когда кодекс кокшета колледж комисси комитет компани
комсомольск конвенц конгресс конституц консул консульств концепц координатор корей костана красн кремл крест кров
кто кувейт кызылорд кыргыз лаг ливан лиг лондон малый мангистау март медиапакет международн мест мечет ми мигра
миграц минздрав министерств министр минюст мир миссии миссия млечн монгол москв московск музе мы на нас нау наурыз
нац наци национальн наш наша наше не невинн неправительствен нет нижн никого никто новая новост новы ноябр нпо
нур-султан област образ общ обществен объединенн озер оке октябр олимпийск оман омбудс он она они оон организаци орд
основ остров от отдел отделени отчет офис павлодар парламент партия партнер персидск петропавл письм план площад по
повестк повестка подразделен поиск полици польш помощ понедельник посол посольств постоян поселок почему
правительств представител представительств президент премьер пресс при приют программ проект прокур прокуратур
просветит проспект протокол профессор профсоюз пут путь пятниц радио район рамадан регион редакци реестр рек
репортаж республик росси российск руководител русск самарканд саудовск сведени север северн секретар секретариат
село семе сенат сентябр сирийск сирия слов служб снов совет соглашен содружеств сообщ союз спасен спикер справк сред
средн средне средств срр старая статистик статья степ стран стратеги суббот суд султан сша съезд тайланд талдыкорган
тараз ташкент театр телеграм телеканал темиртау трудов турецк туркестан туркменск турци тюрк тянь-шан убежищ уголовн
узбек украинск улиц улытау уполномоченн управлени ураль услови усть усть-каменогорск участник учрежд факультет
феврал федераци фейсбук фонд форум хартия цел центр централь церк церков честь четверг чехи что школ шос штаб штат
шымкент экибастуз эмират эмиратов эта это этот юг южн юстиц ютуб язык ялт январ япон
`;

const KAZAKH = `
адам азаматтық азат азия академия алматы америка ана араб арал арнайы ассамблея ассоциация астана атырау атқарушы
аудан аурухана ауыл африка ақмола ақпан ақтау ақтөбе байқоңыр бала балқаш бас баспан баспасөз батыс бахрейн баян
бағдарлама бейсенбі белгі бизнес билік бюро біз біздің бір біріккен бішкек бұл бұқаралық газет генерал герман дала
даму дамы даңғыл декабрь департамент директор душанбе дін дүйсенбі дүниежүзілік дәстүр егер ел елші елшілік ер ереже
еуразия еуропа еңбек жазғы жалпы жамбыл жарғы жасөспірім жаңа жаһан жаһандық жексенбі желтоқсан женева жер жетісу
жоба жоспар жоғар жоғарғы журналист жұма заң заңнама зерттеу инстаграм институт интернет ислам кавказ кеден кеңес
кодекс колледж комиссия комитет компания конвенция конгресс конституция консул корея криминалдық кім көкек көкшетау
көл көлік көше көші-қон лондон мамыр маусым маңғыстау медиажинақ мекеме мемлекет мемлекеттік мешіт миграция министр
министрлік миссия музей мүгедек мүше мұсылман мәдениет мәжіліс мәскеу наурыз наурызым не нью-йорк нұр-сұлтан облыс
одақ ол олар онлайн орал орта орталық орыс осы офис оқиға оқу оңтүстік павлодар парламент партия петропавл полиция
президент премьер прокуратура профессор радио рамазан ресей республика сайт саясат сейсенбі семей сенат сенбі сол
солтүстік сот стратегия сыртқы сіз сізге сіздің сәрсенбі талдықорған тамыз тараз тау ташкент театр телеарна телеграм
темір теміртау трансұлттық тянь-шань түркия түркі түркімен түркістан тұрақты тәжік уағыз университет уәкіл факультет
федерация фейсбук форум халық халықаралық хартия хаттама шанхай шақыру шымкент шығыс шілде ынтымақтастық экономика
экономикалық ювенал юстиция ютуб ірі іс ішкі ғылым қазан қазақ қазақстан қай қайырымдылық қала қалай қараша
қарағанды қаржы қауіпсіздік қаңтар қор қорғаныс қостанай қоғам қоғамдық қызыл қызылорда қылмыс қыркүйек қырғыз қытай
құс үкімет үкіметтік ұйым ұлттар ұлттық ұлы ұлытау әділ әділет әйел әкімдік әкімі әлем әлеуметтік әмірлік өзбек өзен
өкіл өкілдік өлке өскемен өңір
`;

const words = (list: string): string[] => list.trim().split(/\s+/);

/** Longest ending that is added to the beginning of a word in the lists. */
const LONGEST_ENDING = 6;
const SHORTEST_BEGINNING = 3;

interface Lists {
  readonly words: ReadonlySet<string>;
  readonly beginnings: ReadonlySet<string>;
}

/** Made once it is asked for: most of what runs never does. */
let made: Lists | undefined;

const isCyrillic = (word: string): boolean => /^\p{Script=Cyrillic}/u.test(word);

function madeLists(): Lists {
  const countries = countryWords();
  return {
    words: new Set(
      [...words(ENGLISH), ...words(RUSSIAN), ...countries].map((word) =>
        word.toLowerCase().replaceAll("ё", "е"),
      ),
    ),
    beginnings: new Set([...words(RUSSIAN), ...words(KAZAKH), ...countries.filter(isCyrillic)]),
  };
}

/** What is added to a noun that ends as a surname does, or whose plural does: основа, министров. */
const ENDING_OF_NOUN = /^(?:ов|а|у|ой|е|ы|ом|ам|ами|ах)?$/u;

/** Whether a word with a capital letter is known to name something else than a person. */
export function isOtherProperName(word: string, language: Language): boolean {
  made ??= madeLists();
  const lower = word.normalize("NFC").toLowerCase().replaceAll("ё", "е");
  if (made.words.has(lower) || made.words.has(lower.replace(/s$/, ""))) return true;
  if (!isCyrillic(lower)) return false;
  const isAsName = endsAsName(lower, language);
  for (let at = lower.length; at >= Math.max(SHORTEST_BEGINNING, lower.length - LONGEST_ENDING); at--) {
    if (!made.beginnings.has(lower.slice(0, at))) continue;
    if (!isAsName || ENDING_OF_NOUN.test(lower.slice(at))) return true;
  }
  return false;
}

/** Of the names of all countries in the languages of the newsroom, every word that is long enough to mean one. */
function countryWords(): string[] {
  return LANGUAGES.flatMap((language) => {
    const names = [...countriesIn(language).values()];
    const found = names.flatMap((name) => name.match(/\p{Lu}[\p{L}’'-]{3,}/gu) ?? []);
    return found.map((word) => nameStem(word, language === "ru" ? "ru" : "en"));
  });
}
