import type { Language } from "../../../../functions/domain/language.ts";

interface ReleaseTexts {
  title: string;
  summary: string;
  city: string;
  html: string;
  notes: string;
  correction: string;
  /** value, label, source, note */
  figures: [string, string, string, string?][];
  /** speaker, role, text */
  statements: [string, string, string][];
  goals: [string, string][];
  related: string;
}

/** The release of the World Day 2020 in each language. */
export const RELEASE_TEXTS: Record<Language, ReleaseTexts> = {
  en: {
    title: "IOM marks 25 years of counter-trafficking work in Kazakhstan",
    summary:
      "On the World Day Against Trafficking in Persons, IOM and its partners took stock of what Kazakhstan has done for victims of trafficking, and of what is still missing.",
    city: "Nur-Sultan",
    html: '<p>The International Organization for Migration (IOM) marked 25 years of its counter-trafficking programme today at a press conference held with the National Centre for Human Rights, the Ministry of Internal Affairs and the Rodnik Social Fund.</p><p>Twenty years have passed since the <a href="https://www.unodc.org/">UN Protocol to Prevent, Suppress and Punish Trafficking in Persons</a> was adopted. Kazakhstan ratified it in 2008 and has since improved its law on prosecution and on the protection of victims.</p><h2>Challenges remain</h2><p>So far in 2020, <strong>69</strong> criminal cases on trafficking in persons have been opened.</p><ul><li>Ten state-funded shelters, run by NGOs, take in victims.</li><li>State funding of shelters began in 2016.</li></ul><h2>Who asks for help</h2><p>From 2004 to 2019 IOM Kazakhstan assisted almost 2,000 victims. Missions in neighbouring countries report more, since victims apply after they have returned home.</p>',
    notes:
      "<p>The World Day Against Trafficking in Persons is marked every year on 30 July.</p><p>The press conference was recorded.</p>",
    correction: "The number of state-funded shelters is 10. An earlier version said 11.",
    figures: [
      [
        "69",
        "criminal cases on trafficking in persons opened so far in 2020",
        "Ministry of Internal Affairs",
      ],
      [
        "almost 2,000",
        "victims assisted by IOM Kazakhstan, 2004 to 2019",
        "IOM Kazakhstan",
        "Neighbouring missions report more, since victims apply after returning home.",
      ],
      ["164", "countries of exploitation in the global data hub, Kazakhstan among them", "IOM"],
    ],
    statements: [
      [
        "Zere Utebayeva",
        "Head of the National Centre for Human Rights",
        "In 2020 the Commissioner for Human Rights, Elvira Azimova, will work with IOM to find the gaps behind the low identification of victims, with emphasis on migrant workers.",
      ],
      [
        "Zeynal Hajiyev",
        "IOM Sub-Regional Coordinator for Central Asia",
        "The pandemic and the recession have made vulnerable people, migrants above all, easier prey for traffickers.",
      ],
    ],
    goals: [
      ["5.2", "End violence against women and girls"],
      ["8.7", "End forced labour, modern slavery and human trafficking"],
      ["16.2", "End abuse, exploitation and trafficking of children"],
    ],
    related: "Ten shelters, four years of state funding",
  },
  ru: {
    title: "МОМ отмечает 25 лет работы по противодействию торговле людьми в Казахстане",
    summary:
      "Во Всемирный день борьбы с торговлей людьми МОМ и её партнёры подвели итоги того, что сделано в Казахстане для пострадавших и чего ещё не хватает.",
    city: "Нур-Султан",
    html: '<p>Международная организация по миграции (МОМ) отметила 25-летие своей программы по противодействию торговле людьми на пресс-конференции, проведённой сегодня совместно с Национальным центром по правам человека, Министерством внутренних дел и социальным фондом «Родник».</p><p>Двадцать лет назад был принят <a href="https://www.unodc.org/">Протокол ООН о предупреждении и пресечении торговли людьми</a>. Казахстан ратифицировал его в 2008 году и с тех пор совершенствует закон о преследовании виновных и защите пострадавших.</p><h2>Трудности остаются</h2><p>С начала 2020 года возбуждено <strong>69</strong> уголовных дел о торговле людьми.</p><ul><li>Пострадавших принимают десять приютов, которые содержит государство и которыми управляют НПО.</li><li>Государство начало финансировать приюты в 2016 году.</li></ul><h2>Кто обращается за помощью</h2><p>С 2004 по 2019 год МОМ в Казахстане помогла почти 2000 пострадавших. Миссии в соседних странах сообщают о большем числе: люди обращаются за помощью, вернувшись домой.</p>',
    notes:
      "<p>Всемирный день борьбы с торговлей людьми отмечается ежегодно 30 июля.</p><p>Велась видеозапись пресс-конференции.</p>",
    correction: "Государство финансирует 10 приютов. В первой версии текста было указано 11.",
    figures: [
      ["69", "уголовных дел о торговле людьми возбуждено с начала 2020 года", "Министерство внутренних дел"],
      [
        "почти 2000",
        "пострадавших получили помощь МОМ в Казахстане с 2004 по 2019 год",
        "МОМ в Казахстане",
        "Соседние миссии сообщают о большем числе: люди обращаются, вернувшись домой.",
      ],
      ["164", "страны эксплуатации в глобальной базе данных, в том числе Казахстан", "МОМ"],
    ],
    statements: [
      [
        "Зере Утебаева",
        "руководитель Национального центра по правам человека",
        "В 2020 году Уполномоченный по правам человека Эльвира Азимова вместе с МОМ изучит, почему выявляется так мало пострадавших, и уделит особое внимание трудовым мигрантам.",
      ],
      [
        "Зейнал Гаджиев",
        "субрегиональный координатор МОМ в Центральной Азии",
        "Пандемия и экономический спад сделали уязвимых людей, прежде всего мигрантов, более лёгкой добычей торговцев людьми.",
      ],
    ],
    goals: [
      ["5.2", "Ликвидировать насилие в отношении женщин и девочек"],
      ["8.7", "Искоренить принудительный труд, современное рабство и торговлю людьми"],
      ["16.2", "Положить конец надругательствам над детьми, их эксплуатации и торговле ими"],
    ],
    related: "Десять приютов и четыре года государственной поддержки",
  },
  kk: {
    title: "ХКҰ Қазақстандағы адам саудасына қарсы жұмысының 25 жылдығын атап өтті",
    summary:
      "Адам саудасына қарсы дүниежүзілік күні ХКҰ мен оның серіктестері Қазақстанда зардап шеккендер үшін не істелгенін және әлі не жетіспейтінін қорытындылады.",
    city: "Нұр-Сұлтан",
    html: '<p>Халықаралық көші-қон ұйымы (ХКҰ) адам саудасына қарсы бағдарламасының 25 жылдығын бүгін Адам құқықтары жөніндегі ұлттық орталықпен, Ішкі істер министрлігімен және «Родник» әлеуметтік қорымен бірге өткізген баспасөз мәслихатында атап өтті.</p><p><a href="https://www.unodc.org/">БҰҰ-ның Адам саудасының алдын алу, жолын кесу және ол үшін жазалау туралы хаттамасы</a> қабылданғанына жиырма жыл болды. Қазақстан оны 2008 жылы ратификациялап, содан бері қылмыстық қудалау мен зардап шеккендерді қорғау туралы заңын жетілдіріп келеді.</p><h2>Қиындықтар әлі бар</h2><p>2020 жылдың басынан бері адам саудасына қатысты <strong>69</strong> қылмыстық іс қозғалды.</p><ul><li>Зардап шеккендерді үкіметтік емес ұйымдар басқаратын, мемлекет қаржыландыратын он баспана қабылдайды.</li><li>Мемлекет баспаналарды 2016 жылдан бастап қаржыландырады.</li></ul><h2>Көмек сұрайтындар</h2><p>2004–2019 жылдары ХКҰ Қазақстанда 2000-ға жуық адамға көмектесті. Көршілес елдердегі миссиялар бұдан көп деп хабарлайды, өйткені адамдар үйіне оралғаннан кейін жүгінеді.</p>',
    notes:
      "<p>Адам саудасына қарсы дүниежүзілік күн жыл сайын 30 шілдеде атап өтіледі.</p><p>Баспасөз мәслихаты бейнетаспаға жазылды.</p>",
    correction: "Мемлекет 10 баспананы қаржыландырады. Мәтіннің алғашқы нұсқасында 11 деп көрсетілген еді.",
    figures: [
      [
        "69",
        "2020 жылдың басынан бері адам саудасына қатысты қозғалған қылмыстық іс",
        "Ішкі істер министрлігі",
      ],
      [
        "2000-ға жуық",
        "2004–2019 жылдары ХКҰ-ның Қазақстандағы миссиясы көмектескен зардап шегуші",
        "ХКҰ, Қазақстан",
        "Көршілес миссиялар бұдан көп деп хабарлайды: адамдар үйіне оралғаннан кейін жүгінеді.",
      ],
      ["164", "жаһандық деректер қорындағы қанау елі, олардың қатарында Қазақстан да бар", "ХКҰ"],
    ],
    statements: [
      [
        "Зере Өтебаева",
        "Адам құқықтары жөніндегі ұлттық орталықтың басшысы",
        "2020 жылы Адам құқықтары жөніндегі уәкіл Эльвира Әзімова ХКҰ-мен бірге зардап шеккендердің неге аз анықталатынын зерттейді, еңбек мигранттарына ерекше назар аударады.",
      ],
      [
        "Зейнал Гаджиев",
        "ХКҰ-ның Орталық Азия бойынша субөңірлік үйлестірушісі",
        "Пандемия мен экономикалық құлдырау осал адамдарды, ең алдымен мигранттарды, адам саудагерлеріне оңай олжаға айналдырды.",
      ],
    ],
    goals: [
      ["5.2", "Әйелдер мен қыздарға қатысты зорлық-зомбылықты жою"],
      ["8.7", "Мәжбүрлі еңбекті, қазіргі құлдықты және адам саудасын жою"],
      ["16.2", "Балаларға қатысты қатыгездікті, оларды қанау мен саудалауды тоқтату"],
    ],
    related: "Он баспана және мемлекеттік қолдаудың төрт жылы",
  },
};
