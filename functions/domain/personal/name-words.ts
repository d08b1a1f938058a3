import { eachLanguage, type Language } from "../language.ts";
import { NAMING } from "../naming.ts";

/**
 * Words by which a name of a person is known: given names that are common in Kazakhstan, and the endings of surnames
 * and patronymics. Lists cannot hold every name; what they add is that these are known at the beginning of a sentence,
 * too, where every word has a capital letter. Names that are also words (Надежда, Мақсат) are left out: with a capital
 * letter within a sentence they are found all the same.
 */

const GIVEN_CYRILLIC = `
Абай Абылай Адиль Адия Азамат Азат Аида Айбек Айгерим Айгуль Айдана Айдар Айжан Айым Айнур Айнұр Айша Акбота Ақбота
Акмарал Ақмарал Алексей Алёна Алена Александр Александра Али Алия Әлия Алина Алихан Әлихан Алмас Алмат Алтынай Алуа
Амина Әмина Амир Әмір Анастасия Анатолий Анвар Андрей Анель Анна Антон Ануар Әнуар Арайлым Артём Артем Аружан Асан
Асель Әсел Асем Әсем Асет Әсет Асия Асхат Асылбек Аян Баян Бауыржан Бекзат Бекжан Бибигуль Бибігүл Богдан Болат
Ботагоз Ботагөз Вадим Валентина Валерий Василий Виктор Виктория Виталий Владимир Владислав Галина Галия Ғалия Галым
Ғалым Гаухар Гульмира Гүлмира Гульнар Гүлнар Гульнара Гүлнара Гулназ Гүлназ Дамир Данияр Дарига Дариға Дария Дарья
Даулет Дәулет Даурен Дәурен Диана Дина Динара Дидар Дильназ Ділназ Дмитрий Досжан Евгений Евгения Екатерина Елена
Ербол Ержан Ерлан Ермек Ернар Жанар Жанара Жанат Жанель Жанна Жансая Жаңыл Жания Жасулан Зарина Заур Зере Зейнал
Зульфия Зүлфия Ибрагим Игорь Илья Инна Ирина Иван Камила Камиля Қанат Канат Карина Қарлығаш Карлыгаш Кирилл Ксения
Куаныш Қуаныш Кулаш Қуралай Куралай Лаура Ләззат Лаззат Лариса Лейла Людмила Мадина Майра Макпал Мақпал Максим Марат
Марина Мария Марьям Мейрам Меруерт Мирас Михаил Молдир Мөлдір Мунира Мурат Мұрат Муса Назгуль Назгүл Назерке Назым
Наталья Наталия Нина Никита Николай Нурбек Нұрбек Нургуль Нұргүл Нурлан Нұрлан Нурсултан Ойрат Олег Олжас Ольга
Оксана Павел Раиса Раушан Рашид Ринат Роман Руслан Рустам Рысты Сабина Сабит Сәбит Салтанат Сандугаш Сандуғаш Санжар
Сания Сауле Сәуле Саят Светлана Сергей Серик Серік Симбат Софья София Талгат Талғат Тамара Татьяна Темирлан Темірлан
Тимур Тогжан Тоғжан Толеген Төлеген Улжан Ұлжан Улпан Ұлпан Фарида Фатима Хадиша Шамиль Шинар Шынар Шолпан Шырын
Эльвира Эльмира Юлия Юрий Ярослав Яна
`;

const GIVEN_LATIN = `
Abay Adil Aida Aidana Aidar Aigerim Aigul Aiman Ainur Aisha Aisulu Aizhan Akbota Akmaral Aleksandr Aleksandra
Aleksei Alexander Alexandra Alexey Ali Alikhan Alina Aliya Almas Altynai Amina Amir Anastasia Anastasiya Anatoly
Andrei Andrew Andrey Anel Anna Anton Anuar Arailym Arman Artem Aruzhan Asan Asel Assel Assem Asem Aset Askhat Azamat
Baurzhan Bakhyt Bayan Bibigul Bolat Botagoz Charles Daniyar Dariga Darya Dastan Daulet Dauren David Diana Dina
Dinara Dmitry Dmitriy Ekaterina Elena Elizabeth Elmira Elvira Emma Erlan Evgeny Farida Fatima Galina Galiya Galym
George Gulmira Gulnar Gulnara Gulnaz Igor Ilya Inna Irina Ivan James Jane John Kamila Kanat Karina Karlygash Kuanysh
Kuralay Laura Lazzat Leila Leyla Lyudmila Madina Makpal Maksat Marat Maria Mariya Marina Mary Maryam Meruert Michael
Mikhail Moldir Murat Musa Nadezhda Natalia Natalya Nazerke Nazgul Nazym Nikolai Nikolay Nina Nurbek Nurgul Nurlan
Nursultan Oleg Olga Olzhas Oxana Pavel Peter Raushan Rinat Robert Roman Ruslan Rustam Sabina Sabit Saltanat Samal
Samat Sandugash Sanzhar Sarah Saule Sergei Sergey Serik Shinar Shynar Sholpan Sofia Svetlana Talgat Tamara Tatiana
Tatyana Temirlan Timur Togzhan Ulzhan Vadim Valentina Victor Victoria Viktor Viktoria Vladimir William Yelena Yerbol
Yerlan Yermek Yulia Yuliya Yuri Yury Zarina Zere Zeynal Zhanar Zhanara Zhanat Zhanna Zhansaya Zhandos Zhibek
`;

/** What has to be left of a word, so that short names do not become the same. */
const SHORTEST_STEM = 3;

/**
 * A word as it is compared: without case, and without the case endings of the language of its text, so that Омаровой
 * in Russian and Омарованың in Kazakh are Омарова.
 */
export function nameStem(word: string, language: Language): string {
  const lower = word.normalize("NFC").toLowerCase().replaceAll("ё", "е");
  const stem = lower.replace(NAMING[language].caseEndings, "");
  return stem.length >= SHORTEST_STEM ? stem : lower;
}

const GIVEN_NAMES = `${GIVEN_CYRILLIC} ${GIVEN_LATIN}`.trim().split(/\s+/);
const stemsIn = (language: Language) => new Set(GIVEN_NAMES.map((name) => nameStem(name, language)));
const GIVEN = eachLanguage(stemsIn);

export function isGivenName(word: string, language: Language): boolean {
  return GIVEN[language].has(nameStem(word, language));
}

/** Endings that hardly any other word has, as they stand once case endings are off. */
const ENDINGS_OF_NAMES = [
  /(?:ұлы?|қызы?|улы|кызы?|ович|евич|овна?|евна?)$/u,
  /..(?:ова?|ева?|енко?|ск|цк|ский|ская|бек|бай|гали|ғали|жан|хан)$/u,
  /(?:uly|kyzy|qyzy|ovich|evich|ovna|evna)$/u,
  /..(?:ova|eva|iyev|ayev|enko|sky|skaya|bekov|bayev|bay|bek|zhan|khan|gali)$/u,
];
const SHORTEST_WITH_ENDING = 5;

/** Whether a word ends as surnames and patronymics do. */
export function endsAsName(word: string, language: Language): boolean {
  const stem = nameStem(word, language);
  if (NAMING[language].otherEndings?.test(word)) return false;
  return stem.length >= SHORTEST_WITH_ENDING && ENDINGS_OF_NAMES.some((ending) => ending.test(stem));
}
