const KIND = /^\{"kind":"([a-z-]+)"/;

/** The `kind` with which every body of the Newsroom table begins; undefined for text, and for lists. */
export const bodyKind = (body: string): string | undefined => KIND.exec(body)?.[1];
