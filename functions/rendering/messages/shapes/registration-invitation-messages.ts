/** The words of the page on which an invitation is answered, and of what has become of it, in one language. */
export interface RegistrationInvitationMessages {
  readonly title: (event: string) => string;
  readonly from: (by: string) => string;
  /** Of somebody who was named in another's place. */
  readonly inPlaceOf: (name: string) => string;
  readonly held: (until: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly somebodyElse: string;
  readonly somebodyElseText: string;
  readonly name: string;
  readonly address: string;
  readonly ask: string;
  readonly why: string;
  readonly remove: string;
  /** About invitations to come. */
  readonly toCome: string;
  readonly notAgainText: string;
  readonly notAgain: string;
  readonly notUntil: (until: string) => string;
  readonly inviteAgain: string;
  readonly handedOn: (when: string) => string;
  readonly withdrawn: string;
  readonly refused: string;
  readonly late: string;
}
