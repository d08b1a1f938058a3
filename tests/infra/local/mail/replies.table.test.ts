import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ICAL from "ical.js";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { EDGE_SECRET_HEADER } from "../../../../functions/domain/edge-header.ts";
import { deliver } from "../../../../functions/workflows/deliver/deliver.ts";
import { register } from "../../../../functions/workflows/registration/register.ts";
import { verify } from "../../../../functions/workflows/registration/self-service.ts";
import type { RawMail } from "../../../../functions/workflows/replies/received-mail.ts";
import { localTokenSeal } from "../../../../infra/local/machine/link-key.ts";
import { startInbox } from "../../../../infra/local/mail/inbox-server.ts";
import type { MailCatcher } from "../../../../infra/local/mail/mail-catcher.ts";
import { smtpSender } from "../../../../infra/local/mail/smtp-sender.ts";
import { deliverDependencies, localRegistration } from "../../../../infra/local/registration.ts";
import { LOCAL_REPLIES, localReplies } from "../../../../infra/local/replies.ts";
import { caughtMail } from "../../../worlds/registration/caught-mail.ts";
import { fromOutlook, inWords } from "../../../worlds/registration/received-mails.ts";
import { eventOf, placeOf, submissionOf } from "../../../worlds/registration/registration-events.ts";
import { type RegistrationSite, registrationSite } from "../../../worlds/registration/registration-site.ts";

const AIGUL = "aigul@example.org";
const submission = () => submissionOf({ contact: { name: "Aigul Serik", email: AIGUL } });

let site: RegistrationSite;
let catcher: MailCatcher;
/** Sends a mail as a mail program on this machine would. */
let send: (mail: RawMail, to?: string) => Promise<unknown>;
/** What a browser would get at a path of the registration. */
let ask: (path: string) => Promise<string>;
/** Someone registers, and confirms; their mail goes out. @returns sends what is to be sent since */
let come: () => Promise<() => Promise<unknown>>;

beforeEach(async () => {
  site = await registrationSite(eventOf([placeOf("hall")]));
  const state = mkdtempSync(join(tmpdir(), "dateline-replies-"));
  onTestFinished(() => rmSync(state, { recursive: true, force: true }));
  const clock = () => new Date(site.now);
  const { client, newsroom: table, table: registrations } = site;
  const stores = { dynamodb: { client, table, registrations, endpoint: "", pid: 0 } };
  const caught = await caughtMail({ take: localReplies(stores, { clock }) });
  catcher = caught.catcher;
  send = ({ raw, returnPath }, to = LOCAL_REPLIES) =>
    caught.sender.sendMail({ raw, envelope: { from: returnPath, to } });
  const smtp = smtpSender(catcher.port);
  onTestFinished(() => smtp.close());
  const delivering = deliverDependencies(stores, {
    state,
    clock,
    address: "http://127.0.0.1:8787",
    send: smtp.send,
  });
  const { fetch: answer, secret } = localRegistration(stores, { state, clock, preview: false });
  ask = async (path) => {
    const headers = { [EDGE_SECRET_HEADER]: secret };
    return (await answer(new Request(`http://127.0.0.1:8787${path}`, { headers }))).text();
  };
  const registering = { ...site.dependencies, seal: localTokenSeal(state) };
  come = async () => {
    const submitted = submission();
    await register(registering, site.event, submitted);
    await verify(registering, { event: site.event, id: submitted.id });
    await deliver(delivering, submitted.id);
    site.pass(600);
    return () => deliver(delivering, submitted.id);
  };
});

/** What a calendar program knows of an entry. */
function entryIn(text: string) {
  const entry = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
  const value = (name: string) => String(entry?.getFirstPropertyValue(name));
  return { uid: value("uid"), organizer: value("organizer").replace(/^mailto:/, "") };
}

/** The same of the newest mail that has one. */
async function entryInMail() {
  const attachments = (await catcher.mails()).flatMap(({ parsed }) => parsed.attachments);
  const found = attachments.find(({ contentType }) => contentType === "text/calendar");
  return entryIn(String(found?.content));
}

test("who declines in a calendar finds in the inbox what to do, with a link that opens their registration", async () => {
  const sendMore = await come();
  const { uid, organizer } = await entryInMail();
  await send(fromOutlook({ from: AIGUL, uid, answer: "DECLINED" }), organizer);
  await sendMore();
  const inbox = await startInbox(catcher, 0);
  onTestFinished(() => inbox.stop());
  const list = await (await fetch(inbox.address)).text();
  expect(list).toContain("Your reply did not change your registration: World Day 2027 (en)");
  const [answer, declined] = await catcher.mails();
  expect([answer?.parsed.text, answer?.parsed.to]).toEqual([
    expect.stringMatching(/http:\/\/127\.0\.0\.1:8787\/en\/registration\/[\w.-]{75}/),
    expect.objectContaining({ text: expect.stringContaining(AIGUL) }),
  ]);
  expect(declined?.raw.toString()).toContain("X-MS-Has-Attach:"); // what was sent in stays to be looked at
});

test("an entry that is downloaded is the same as the one by mail, with the same organiser", async () => {
  await come();
  const link = /\/en\/registration\/[\w-]+/.exec((await catcher.mails())[0]?.parsed.text ?? "")?.[0];
  const downloaded = entryIn(await ask(`${link}/calendar.ics`));
  expect(downloaded).toEqual(await entryInMail());
  expect(downloaded.organizer).toBe(LOCAL_REPLIES);
});

test("whatever is sent to another address, or by a stranger, is caught and answered by nobody", async () => {
  const sendMore = await come();
  const before = catcher.ids().length;
  await send(inWords(AIGUL), "events@example.org");
  await send(inWords("stranger@example.com"));
  await sendMore();
  expect(catcher.ids()).toHaveLength(before + 2);
});

test("a mail without a return path is taken and not answered: nobody wants to be told", async () => {
  const sendMore = await come();
  const before = catcher.ids().length;
  await send(inWords(AIGUL, [], ""));
  await sendMore();
  expect(catcher.ids()).toHaveLength(before + 1);
});
