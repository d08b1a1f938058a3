/** Where an item lies in a table: partition key and sort key, both strings. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}
