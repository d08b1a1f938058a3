import type { Language } from "../../domain/language.ts";
import { typesetMessages } from "./typeset-messages.ts";

/** Words of the text that goes with the files of a kit, beside those that its page has too. */
export interface ReadmeMessages {
  readonly credit: string;
  /** Paragraphs. */
  readonly howToCreditText: readonly string[];
  readonly alt: string;
  readonly creator: string;
  readonly alongside: string;
  readonly intact: string;
  /** Paragraphs that say how to find out whether every file arrived as it was sent. */
  readonly intactText: readonly string[];
  readonly hours: string;
}

export const README: Record<Language, ReadmeMessages> = typesetMessages({
  en: {
    credit: "Credit",
    howToCreditText: [
      "Name the credit of each file beside it, word for word, wherever you publish it, also when you crop it. It stands below under each file and within the file itself (IPTC and XMP).",
      "Keep to the licence and the terms of use of each file. Special instructions, where there are any, come first.",
    ],
    alt: "Image description",
    creator: "Creator",
    alongside: "Goes with it",
    intact: "Did everything arrive?",
    intactText: [
      "SHA256SUMS lists the checksum of every file. In this folder, on Linux: sha256sum -c SHA256SUMS; on macOS: shasum -a 256 -c SHA256SUMS. In Windows PowerShell, Get-FileHash and the name of a file tells its checksum.",
      "manifest.json says all of this in a form for programs.",
    ],
    hours: "Hours",
  },
  ru: {
    credit: "Указание авторства",
    howToCreditText: [
      "Рядом с каждым файлом дословно приводите указание его авторства, где бы вы его ни публиковали, в том числе если кадрируете. Оно приведено ниже у каждого файла и записано в самом файле (IPTC и XMP).",
      "Соблюдайте лицензию и условия использования каждого файла. Особые указания, если они есть, важнее всего остального.",
    ],
    alt: "Описание изображения",
    creator: "Автор",
    alongside: "К нему прилагается",
    intact: "Всё ли дошло?",
    intactText: [
      "В SHA256SUMS записана контрольная сумма каждого файла. Проверка в этой папке в Linux: sha256sum -c SHA256SUMS; в macOS: shasum -a 256 -c SHA256SUMS. В Windows PowerShell контрольную сумму файла покажет команда Get-FileHash с его именем.",
      "В manifest.json то же самое записано для программ.",
    ],
    hours: "Часы работы",
  },
  kk: {
    credit: "Авторын көрсету мәтіні",
    howToCreditText: [
      "Әр файлды қайда жарияласаңыз да, қиып алсаңыз да, қасында оның авторын көрсету мәтінін сөзбе-сөз келтіріңіз. Ол төменде әр файлдың тұсында және файлдың өзінде (IPTC және XMP) жазылған.",
      "Әр файлдың лицензиясы мен пайдалану шарттарын сақтаңыз. Ерекше нұсқаулар болса, олар бәрінен маңызды.",
    ],
    alt: "Кескіннің сипаттамасы",
    creator: "Авторы",
    alongside: "Оған қоса берілген",
    intact: "Файлдар түгел ме?",
    intactText: [
      "SHA256SUMS ішінде әр файлдың бақылау сомасы бар. Осы қалтада Linux жүйесінде: sha256sum -c SHA256SUMS; macOS жүйесінде: shasum -a 256 -c SHA256SUMS. Windows PowerShell ішінде файлдың бақылау сомасын оның атымен бірге Get-FileHash пәрмені көрсетеді.",
      "manifest.json ішінде осының бәрі бағдарламаларға арналып жазылған.",
    ],
    hours: "Жұмыс уақыты",
  },
});
