import type { CommandName } from "./console/command-names.ts";
import type { CommandTable } from "./console/program.ts";

/**
 * What whoever runs a newsroom does with it. What Dateline's own developers do is not here and has scripts of
 * package.json alone: `docs`, `artwork`, `screenshots`, `freeze`, `bench` and `lighthouse` write into this repository
 * or measure it, and `test` and `synth` are programs of others.
 */
export const COMMANDS: CommandTable<CommandName> = {
  start: {
    summary: "Runs the newsroom on this machine",
    load: async () => (await import("./commands/start.ts")).startCommand,
  },
  check: {
    summary: "Names every problem in the content, with file and line",
    load: async () => (await import("./commands/check.ts")).checkCommand,
  },
  new: {
    summary: "Makes the folder of a release, an event, a kit or a page",
    load: async () => (await import("./commands/new.ts")).newCommand,
  },
  reviewed: {
    summary: "Marks translations as made from their present source",
    load: async () => (await import("./commands/reviewed.ts")).reviewedCommand,
  },
  migrate: {
    summary: "Brings content of a former version up to date",
    load: async () => (await import("./commands/migrate.ts")).migrateCommand,
  },
  withdraw: {
    summary: "Takes a publication back in the open, at once",
    load: async () => (await import("./commands/withdraw.ts")).withdrawCommand,
  },
  gone: {
    summary: "Takes a publication off for good",
    load: async () => (await import("./commands/gone.ts")).goneCommand,
  },
  redirect: {
    summary: "Sends readers of one publication to another",
    load: async () => (await import("./commands/redirect.ts")).redirectCommand,
  },
  republish: {
    summary: "Takes back that a publication left",
    load: async () => (await import("./commands/republish.ts")).republishCommand,
  },
  versions: {
    summary: "Lists and shows what stood there before",
    load: async () => (await import("./commands/versions.ts")).versionsCommand,
  },
  redact: {
    summary: "Takes words that endanger someone out of everything, for good",
    load: async () => (await import("./commands/redact.ts")).redactCommand,
  },
  hide: {
    summary: "Takes a file or a page out of public at once",
    load: async () => (await import("./commands/hide.ts")).hideCommand,
  },
  unhide: {
    summary: "Shows it again, within 72 hours",
    load: async () => (await import("./commands/unhide.ts")).unhideCommand,
  },
  takedown: {
    summary: "Destroys a file, or all of a page, everywhere",
    load: async () => (await import("./commands/takedown.ts")).takedownCommand,
  },
  embargo: {
    summary: "Opens what is embargoed, or a draft, to one person",
    load: async () => (await import("./commands/embargo.ts")).embargoCommand,
  },
  downloads: {
    summary: "Shows how often each file of a kit was downloaded",
    load: async () => (await import("./commands/downloads.ts")).downloadsCommand,
  },
  originals: {
    summary: "Keeps pictures of people and large files in a private store",
    load: async () => (await import("./commands/originals.ts")).originalsCommand,
  },
  registrations: {
    summary: "Shows who registered, and decides",
    load: async () => (await import("./commands/registrations.ts")).registrationsCommand,
  },
  publish: {
    summary: "Publishes the content, here or to a stage",
    load: async () => (await import("./commands/publish.ts")).publishCommand,
  },
  deploy: {
    summary: "Deploys a stage to AWS, and publishes to it",
    load: async () => (await import("./commands/deploy.ts")).deployCommand,
  },
};
