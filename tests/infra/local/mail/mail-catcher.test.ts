import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { startMailCatcher } from "../../../../infra/local/mail/mail-catcher.ts";
import { caughtMail, letter, mailFolder } from "../../../worlds/registration/caught-mail.ts";

const subjects = (mails: readonly { parsed: { subject?: string | undefined } }[]) =>
  mails.map(({ parsed }) => parsed.subject);

test("mail is kept in the order in which it came, the newest first, each as a file of its own", async () => {
  const folder = mailFolder();
  const { catcher, sender } = await caughtMail({ folder });
  for (const n of [1, 2, 3]) await sender.sendMail(letter(`Mail ${n}`));
  expect(subjects(await catcher.mails())).toEqual(["Mail 3", "Mail 2", "Mail 1"]);
  expect(readdirSync(folder).filter((name) => name.endsWith(".eml"))).toHaveLength(3);
});

test("what came before a restart is there after it, and what comes then is newer", async () => {
  const folder = mailFolder();
  const first = await caughtMail({ folder });
  await first.sender.sendMail(letter("Before"));
  first.sender.close();
  await first.catcher.stop();
  const { catcher, sender } = await caughtMail({ folder });
  await sender.sendMail(letter("After"));
  expect(subjects(await catcher.mails())).toEqual(["After", "Before"]);
});

test("a recipient can be refused, for good or for now, while others get theirs", async () => {
  const { catcher, sender } = await caughtMail({
    refuse: (recipient) =>
      recipient.startsWith("gone@") ? { code: 550, message: "no such user" } : undefined,
  });
  await expect(sender.sendMail(letter("One", { to: "gone@example.org" }))).rejects.toMatchObject({
    responseCode: 550,
  });
  await sender.sendMail(letter("Two"));
  expect(subjects(await catcher.mails())).toEqual(["Two"]);
});

test("a mail of more than ten megabytes is refused and not kept", async () => {
  const { catcher, sender } = await caughtMail();
  const large = letter("Large", { text: "long line of text\n".repeat(700_000) });
  await expect(sender.sendMail(large)).rejects.toMatchObject({ responseCode: 552 });
  expect(catcher.ids()).toEqual([]);
});

test("what cannot be taken now is to be sent again, and kept once", async () => {
  let isAnswering = false;
  const take = async () => {
    if (!isAnswering) throw new Error("the table does not answer");
  };
  const { catcher, sender } = await caughtMail({ take });
  await expect(sender.sendMail(letter("One"))).rejects.toMatchObject({ responseCode: 450 });
  expect(catcher.ids()).toEqual([]);
  isAnswering = true;
  await sender.sendMail(letter("One"));
  expect(subjects(await catcher.mails())).toEqual(["One"]);
});

test("a mail that breaks off is not kept", async () => {
  const { catcher } = await caughtMail();
  const socket = connect(catcher.port, "127.0.0.1");
  const answers = ["EHLO test", "MAIL FROM:<a@example.org>", "RCPT TO:<b@example.org>", "DATA"];
  socket.on("data", () => {
    const next = answers.shift();
    if (next !== undefined) return socket.write(`${next}\r\n`);
    return socket.write("Subject: half\r\n\r\nThis is only", () => socket.destroy());
  });
  await new Promise((resolve) => socket.on("close", resolve));
  await catcher.stop();
  expect(catcher.ids()).toEqual([]);
});

test("an id leads to its mail and never out of the folder", async () => {
  const { catcher, sender } = await caughtMail();
  await sender.sendMail(letter("Here"));
  const [id = ""] = catcher.ids();
  expect((await catcher.mail(id))?.parsed.subject).toBe("Here");
  for (const other of ["../secret", `../${id}`, `./${id}`, "", "nothing"])
    expect(await catcher.mail(other)).toBeUndefined();
});

test("it ends although a sender keeps its connection open", async () => {
  const catcher = await startMailCatcher({ folder: mailFolder() });
  const socket = connect(catcher.port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  const closed = new Promise((resolve) => socket.on("close", resolve));
  await new Promise((resolve) => socket.once("data", resolve));
  await Promise.all([catcher.stop(), closed]);
});
