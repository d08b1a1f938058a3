/**
 * What stands in a column of a list. `name-part`: a surname, a first name or a patronymic. `name-in-script`: the name as
 * one script or document writes it, beside which there may be another. `other` is passed over.
 */
export type Column =
  | "number"
  | "name"
  | "name-part"
  | "name-in-script"
  | "badge"
  | "position"
  | "organisation"
  | "email"
  | "other";
