/** `1 booking`, `2 bookings`: how many there are of what the operator is told about. */
export const counted = (n: number, thing: string): string => `${n} ${thing}${n === 1 ? "" : "s"}`;
