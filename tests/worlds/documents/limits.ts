import { type Amounts, USUAL_AMOUNTS } from "../../../functions/storage/registrations/limits.ts";

/** What nobody reaches, but for the codes that are typed. */
export const UNLIMITED: Amounts = {
  ...USUAL_AMOUNTS,
  unproven: 1e6,
  mostUnproven: 1e6,
  unprovenSeats: 1e6,
  mails: 1e6,
  addresses: 1e6,
  changes: 1e6,
  guests: 1e6,
};
