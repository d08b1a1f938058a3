/** The keys and indexes that lead to a value. */
export type YamlPath = readonly (string | number)[];
