import type { Language } from "../../functions/domain/language.ts";

/** Everything that the fact sheet says besides the figures. */
export interface SheetWords {
  readonly title: string;
  readonly kicker: string;
  readonly lead: string;
  readonly source: string;
  readonly background: string;
  readonly milestones: readonly (readonly [year: string, event: string])[];
  readonly use: string;
  readonly sample: string;
}

export const SHEET_WORDS: Record<Language, SheetWords> = {
  en: {
    kicker: "Fact sheet · World Day Against Trafficking in Persons · 30 July 2020",
    title: "25 years of work against trafficking in persons",
    lead: "The figures below are those of the release on the press conference that IOM held in Nur-Sultan on 30 July 2020 with the National Centre for Human Rights, the Ministry of Internal Affairs and the Rodnik Social Fund. Each stands with its source and its date.",
    source: "Source",
    background: "Background",
    milestones: [
      ["2000", "The UN Protocol to Prevent, Suppress and Punish Trafficking in Persons is adopted."],
      ["2008", "Kazakhstan ratifies the Protocol."],
      ["2016", "State funding of shelters for victims begins."],
    ],
    use: "Please quote every figure with its source and date.",
    sample:
      "Sample document made for a demonstration newsroom. It is not an official publication of IOM; the figures and their sources are real.",
  },
  ru: {
    kicker: "Справка · Всемирный день борьбы с торговлей людьми · 30 июля 2020 года",
    title: "25 лет противодействия торговле людьми",
    lead: "Цифры ниже взяты из пресс-релиза о пресс-конференции, которую МОМ провела в Нур-Султане 30 июля 2020 года вместе с Национальным центром по правам человека, Министерством внутренних дел и общественным фондом «Родник». У каждой указаны источник и дата.",
    source: "Источник",
    background: "Контекст",
    milestones: [
      ["2000", "Принят Протокол ООН о предупреждении и пресечении торговли людьми и наказании за неё."],
      ["2008", "Казахстан ратифицирует Протокол."],
      ["2016", "Начинается государственное финансирование приютов для пострадавших."],
    ],
    use: "Просим приводить каждую цифру с источником и датой.",
    sample:
      "Образец документа, созданный для демонстрационного пресс-центра. Это не официальная публикация МОМ; цифры и их источники настоящие.",
  },
  kk: {
    kicker: "Анықтама парағы · Дүниежүзілік адам саудасына қарсы күрес күні · 2020 жылғы 30 шілде",
    title: "Адам саудасына қарсы 25 жылғы жұмыс",
    lead: "Төмендегі сандар ХКҰ 2020 жылғы 30 шілдеде Нұр-Сұлтанда Адам құқықтары жөніндегі ұлттық орталықпен, Ішкі істер министрлігімен және «Родник» қоғамдық қорымен бірге өткізген баспасөз мәслихаты туралы баспасөз релизінен алынды. Әр санның дереккөзі мен күні көрсетілген.",
    source: "Дереккөз",
    background: "Негізгі белестер",
    milestones: [
      [
        "2000",
        "БҰҰ-ның Адамдарды, әсіресе әйелдер мен балаларды сатудың алдын алу мен жолын кесу және ол үшін жазалау туралы хаттамасы қабылданды.",
      ],
      ["2008", "Қазақстан Хаттаманы ратификациялады."],
      ["2016", "Мемлекет құрбандарға арналған панажайларды қаржыландыра бастады."],
    ],
    use: "Әр санды дереккөзі мен күнін көрсетіп келтіруіңізді сұраймыз.",
    sample:
      "Бағдарламаның жұмысын көрсететін баспасөз орталығы үшін жасалған үлгі құжат. Бұл ХКҰ-ның ресми жарияланымы емес; сандар мен олардың дереккөздері шынайы.",
  },
};
