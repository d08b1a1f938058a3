/** A cell that is the number of a line. */
export const NUMBER = /^(?:(?:№|#|no\.?)\s*)?\d{1,3}\s*[.)]?$/i;
/** `1. `, `1) `, `№ 1 ` and bullets, before a name. */
export const NUMBERING = /^(?:(?:№|#)\s*\d{1,3}\s*[.):]?|\d{1,3}\s*[.)])\s*(?=[^\s\d])|^[-–—•*·▪]\s+/;
