import type { EdgeWords } from "../shapes/edge-words.ts";

export const kk: EdgeWords = {
  readOnly: "Бұл мекенжайды тек оқуға болады.",
  formTooLarge: "Форма 256 КБ-тан аспауы керек. Артқа оралып, кішірек файл таңдаңыз.",
  tooManyRequests: "Желіңізден сұраныс тым көп. Бес минуттан кейін қайталаңыз.",
};
