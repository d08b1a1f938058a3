import type { Language } from "../../domain/language.ts";
import { typesetMessages } from "./typeset-messages.ts";

/** Refusals of a request that is too much, or no form, for their reader. */
export const REQUEST_REFUSAL_CODES = [
  "form-too-large",
  "form-too-many-fields",
  "form-unreadable",
  "form-charset",
  "address-too-long",
  "cookies-too-long",
] as const;
export type RequestRefusal = (typeof REQUEST_REFUSAL_CODES)[number];

/** The limits as the reader reads them: sizes with their units, numbers grouped. */
export interface LimitsInWords {
  readonly form: string;
  /** Of a file with names, at the address that reads lists. */
  readonly file: string;
  readonly fields: string;
  readonly values: string;
  readonly target: string;
  readonly cookies: string;
}

interface Said {
  readonly title: string;
  /** What the limit is, and what to do. */
  readonly text: (limits: LimitsInWords) => string;
}

export const REQUEST_REFUSALS: Record<Language, Record<RequestRefusal, Said>> = typesetMessages({
  en: {
    "form-too-large": {
      title: "The form is too large",
      text: ({ form, file }) =>
        `A form can have at most ${form}, together with the file you chose. Go back: what you typed is still there. A file with a list of names, of at most ${file}, is read by the button below it.`,
    },
    "form-too-many-fields": {
      title: "The form has too many fields",
      text: ({ fields, values }) =>
        `A form can have at most ${fields} fields, and at most ${values} values in each. Open the form anew and fill it in there.`,
    },
    "form-unreadable": {
      title: "The form could not be read",
      text: () =>
        "It did not arrive in the way browsers send forms. Go back and send it once more: what you typed is still there.",
    },
    "form-charset": {
      title: "The letters of the form could not be read",
      text: () =>
        "It came in a character set that is not known here, or some of its letters were damaged on the way. Nothing was kept of it. Go back and send it from a current browser, which sends UTF-8: what you typed is still there.",
    },
    "address-too-long": {
      title: "The address is too long",
      text: ({ target }) =>
        `An address can have at most ${target} characters. Use the link just as it stands in the email or on the page.`,
    },
    "cookies-too-long": {
      title: "The browser sends too many cookies",
      text: ({ cookies }) =>
        `Together they can have at most ${cookies} characters. Delete the cookies of this site in the settings of the browser, then open the page again.`,
    },
  },
  ru: {
    "form-too-large": {
      title: "Форма слишком большая",
      text: ({ form, file }) =>
        `Размер формы вместе с выбранным файлом — не больше ${form}. Вернитесь назад: всё введённое сохранилось. Файл со списком имён размером не больше ${file} читает кнопка под ним.`,
    },
    "form-too-many-fields": {
      title: "В форме слишком много полей",
      text: ({ fields, values }) =>
        `В форме может быть не больше ${fields} полей и не больше ${values} значений в каждом. Откройте форму заново и заполните её.`,
    },
    "form-unreadable": {
      title: "Форму не удалось прочитать",
      text: () =>
        "Она пришла не в том виде, в каком её отправляют браузеры. Вернитесь назад и отправьте её ещё раз: всё введённое сохранилось.",
    },
    "form-charset": {
      title: "Буквы в форме не удалось прочитать",
      text: () =>
        "Она пришла в кодировке, которая здесь неизвестна, или часть букв испортилась по дороге. Из неё ничего не сохранено. Вернитесь назад и отправьте её из современного браузера, который использует UTF-8: всё введённое осталось на месте.",
    },
    "address-too-long": {
      title: "Адрес слишком длинный",
      text: ({ target }) =>
        `В адресе может быть не больше ${target} знаков. Откройте ссылку точно в том виде, в каком она стоит в письме или на странице.`,
    },
    "cookies-too-long": {
      title: "Браузер отправляет слишком много файлов cookie",
      text: ({ cookies }) =>
        `Вместе в них может быть не больше ${cookies} знаков. Удалите файлы cookie этого сайта в настройках браузера и откройте страницу снова.`,
    },
  },
  kk: {
    "form-too-large": {
      title: "Форма тым үлкен",
      text: ({ form, file }) =>
        `Таңдалған файлмен бірге форманың көлемі ${form} шамасынан аспауы керек. Артқа оралыңыз: жазғаныңыздың бәрі сақталған. Есімдер тізімі бар, ${file} шамасынан аспайтын файлды оның астындағы түйме оқиды.`,
    },
    "form-too-many-fields": {
      title: "Формада өріс тым көп",
      text: ({ fields, values }) =>
        `Формада ең көбі ${fields} өріс, әр өрісте ең көбі ${values} мән бола алады. Форманы қайта ашып, сол жерде толтырыңыз.`,
    },
    "form-unreadable": {
      title: "Форманы оқу мүмкін болмады",
      text: () =>
        "Ол браузерлер жіберетін түрде келмеді. Артқа оралып, қайта жіберіңіз: жазғаныңыздың бәрі сақталған.",
    },
    "form-charset": {
      title: "Формадағы әріптерді оқу мүмкін болмады",
      text: () =>
        "Ол мұнда белгісіз кодтаумен келді немесе кейбір әріптері жолда бүлінген. Одан ештеңе сақталған жоқ. Артқа оралып, UTF-8 қолданатын жаңа браузерден қайта жіберіңіз: жазғаныңыздың бәрі орнында.",
    },
    "address-too-long": {
      title: "Мекенжай тым ұзын",
      text: ({ target }) =>
        `Мекенжайда ең көбі ${target} таңба бола алады. Сілтемені хатта немесе бетте қалай тұрса, дәл солай ашыңыз.`,
    },
    "cookies-too-long": {
      title: "Браузер тым көп cookie файлын жіберіп тұр",
      text: ({ cookies }) =>
        `Бәрін қосқанда ең көбі ${cookies} таңба бола алады. Браузер баптауларында осы сайттың cookie файлдарын өшіріп, бетті қайта ашыңыз.`,
    },
  },
});
