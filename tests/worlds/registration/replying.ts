import type { RegistrationEvent } from "../../../functions/domain/registration/event.ts";
import { invitationUid } from "../../../functions/rendering/calendar/invitation.ts";
import { register } from "../../../functions/workflows/registration/register.ts";
import { verify } from "../../../functions/workflows/registration/self-service.ts";
import { answerMail } from "../../../functions/workflows/replies/answer-mail.ts";
import type { ReplyReport } from "../../../functions/workflows/replies/dependencies.ts";
import type { RawMail } from "../../../functions/workflows/replies/received-mail.ts";
import { REPLIES } from "./received-mails.ts";
import { type RegisteringWorld, registeringWorld, worldIn } from "./registering.ts";
import { eventOf, placeOf, submissionOf } from "./registration-events.ts";

/** From which the newsroom sends. */
export const SENDER = "registration@newsroom.local";

/** People who are registered, and an address that takes what they answer. */
export interface ReplyingWorld {
  readonly world: RegisteringWorld;
  /** What became of each mail, as the log is told. */
  readonly told: readonly ReplyReport[];
  /** Another event, for which one can register as well. */
  another(changes?: Partial<RegistrationEvent>): Promise<RegistrationEvent>;
  /** Someone who has submitted the form, and not verified the address. @returns id of the registration */
  submitter(email: string, event?: RegistrationEvent): Promise<string>;
  /** The same, verified. */
  comer(email: string, event?: RegistrationEvent): Promise<string>;
  /** The id of the entry in somebody's calendar. */
  uidOf(registration: string): string;
  receive(mail: RawMail): Promise<void>;
  /** To whom answers were written, and of which registrations. */
  answered(): Promise<[to: string, registration: string][]>;
}

export async function replyingWorld(): Promise<ReplyingWorld> {
  const world = await registeringWorld(eventOf([placeOf("hall")]));
  const told: ReplyReport[] = [];
  const events = [world.event];
  const submitter = async (email: string, event = world.event) => {
    const submission = submissionOf({ contact: { name: "Aigul Serik", email } });
    await register(world.dependencies, event, submission);
    return submission.id;
  };
  return {
    world,
    told,
    another: async (changes) => {
      const event = eventOf([placeOf("hall")], changes);
      await worldIn(world.client, world.table, event);
      events.push(event);
      return event;
    },
    submitter,
    comer: async (email, event = world.event) => {
      const id = await submitter(email, event);
      await verify(world.dependencies, { event, id });
      return id;
    },
    uidOf: (registration) => invitationUid(registration, "hall", world.event.authority),
    receive: (mail) =>
      answerMail(
        {
          events: { all: async () => events },
          registrations: world.dependencies.registrations,
          own: [SENDER, REPLIES],
          clock: () => new Date(world.now),
          report: (event) => told.push(event),
        },
        mail,
      ),
    answered: async () =>
      (await world.mails())
        .filter(({ kind }) => kind === "reply")
        .map(({ to, registration }) => [to, registration]),
  };
}
