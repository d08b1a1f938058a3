/** Ids that pages use for themselves. They begin with a character that no slug has, so no asset takes them. */
export const CONTENT_ID = "_content";
export const ABOUT = "_about";
/** The corrections of a document in full: a public address, so it has a name that one can say. */
export const CHANGES = "changes";
