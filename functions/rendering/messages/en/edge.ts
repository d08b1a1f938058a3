import type { EdgeWords } from "../shapes/edge-words.ts";

export const en: EdgeWords = {
  readOnly: "This address can only be read.",
  formTooLarge: "A form can have at most 256 kB. Go back and choose a smaller file.",
  tooManyRequests: "Too many requests from your network. Try again in five minutes.",
};
