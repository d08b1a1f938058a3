import { beforeEach, expect, test } from "vitest";
import { codeOf, readToken } from "../../../functions/domain/registration/links/token.ts";
import type { TokenSeal } from "../../../functions/domain/registration/links/token-seal.ts";
import type { WhichRegistration } from "../../../functions/workflows/registration/carry-out.ts";
import { verify } from "../../../functions/workflows/registration/self-service.ts";
import { verifyByCode } from "../../../functions/workflows/registration/verify-by-code.ts";
import { registrationOf, stateOf, submitter } from "../../worlds/registration/housekeeping.ts";
import { type RegisteringWorld, registeringWorld } from "../../worlds/registration/registering.ts";
import { eventOf, people, placeOf, SEAL } from "../../worlds/registration/registration-events.ts";

let world: RegisteringWorld;
let of: WhichRegistration;
let compared: number;

beforeEach(async () => {
  world = await registeringWorld(eventOf([placeOf("hall")]));
  of = await submitter(world, { contact: { name: "Aigul", email: EMAIL } });
  compared = 0;
});

/** A code can only be compared once its secret is opened. */
const counting: TokenSeal = {
  seal: SEAL.seal,
  open: async (sealed, id) => {
    compared++;
    return SEAL.open(sealed, id);
  },
};

const EMAIL = "aigul@example.org";
const typed = (code: string, { id = of.id, network = "198.51.100.7" } = {}) =>
  verifyByCode({ ...world.dependencies, seal: counting }, world.event, { id, email: EMAIL, network, code });

/** The code of the mail, and others. */
async function codes(wrong: number): Promise<{ right: string; others: string[] }> {
  const { token } = await registrationOf(world, of);
  const right = codeOf(await SEAL.open(token.sealed, of.id));
  const others = Array.from({ length: wrong }, (_, i) =>
    String((Number(right) + 1 + i) % 1_000_000).padStart(6, "0"),
  );
  return { right, others };
}

test("of twelve codes that are tried at the same moment five are compared", async () => {
  const { others } = await codes(12);
  expect(await Promise.all(others.map((each) => typed(each)))).toEqual(others.map(() => undefined));
  expect(compared).toBe(5);
});

test("the right one among the first five opens, whichever of them it is", async () => {
  const { right, others } = await codes(4);
  const answers = await Promise.all([...others, right].map((each) => typed(each)));
  expect(answers.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined]);
  expect(readToken(answers[4] ?? "")).toMatchObject({ registration: of.id, event: world.event.id });
  expect(await stateOf(world, of)).toBe("confirmed");
});

test("after five wrong ones the right one opens nothing, and the link still verifies", async () => {
  const { right, others } = await codes(5);
  for (const code of others) await typed(code);
  expect(await typed(right)).toBeUndefined();
  expect(await stateOf(world, of)).toBe("unverified");
  await verify(world.dependencies, of);
  expect(await stateOf(world, of)).toBe("confirmed");
});

test("typing the right one twice leads to the registration twice, and ten minutes later no more", async () => {
  const { right } = await codes(0);
  const token = await typed(right);
  expect(await typed(right)).toBe(token);
  world.pass(601);
  expect(await typed(right)).toBeUndefined();
});

test("a form that is sent again, or another one, renews no guesses", async () => {
  const contact = { name: "Aigul", email: EMAIL };
  for (let n = 0; n < 30; n++) {
    const { id } = await submitter(world, {
      contact,
      people: people(1 + (n % 2)),
      ...(n < 20 && { id: of.id }),
    });
    await typed("not one", { id });
  }
  expect(compared).toBe(5);
});

test("guesses from many networks are counted together for one address and event", async () => {
  for (let n = 0; n < 60; n++) await typed("not one", { network: `198.51.100.${n}` });
  expect(compared).toBe(50);
});

test("guesses for one address leave another one its own", async () => {
  for (let n = 0; n < 6; n++) await typed("not one");
  of = await submitter(world);
  const other = await registrationOf(world, of);
  const code = codeOf(await SEAL.open(other.token.sealed, of.id));
  const email = other.contact.email;
  expect(
    await verifyByCode(world.dependencies, world.event, { id: of.id, email, network: "198.51.100.7", code }),
  ).toBeDefined();
});
