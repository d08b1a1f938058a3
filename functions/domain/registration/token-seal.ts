/**
 * Seals the secrets of links, so that later mails can carry them although no table holds them: with a key in KMS on
 * AWS, with a key in a file on one machine.
 */
export interface TokenSeal {
  /** @param of id of the registration: what is sealed for one opens for no other */
  seal(secret: string, of: string): Promise<string>;
  open(sealed: string, of: string): Promise<string>;
}
