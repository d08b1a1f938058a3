/**
 * Stands for the public address while content is only looked at, since only a publication knows it; long enough to
 * tell whether what every page carries of the site fits.
 */
export const STAND_IN_ADDRESS = "https://newsroom.of-an-organisation.example.org";
