import type { EdgeWords } from "../shapes/edge-words.ts";

export const ru: EdgeWords = {
  readOnly: "Этот адрес доступен только для чтения.",
  formTooLarge: "Размер формы — не больше 256 КБ. Вернитесь и выберите файл поменьше.",
  tooManyRequests: "Слишком много запросов из вашей сети. Повторите через пять минут.",
};
