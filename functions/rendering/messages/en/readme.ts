import type { ReadmeMessages } from "../shapes/readme-messages.ts";

export const en: ReadmeMessages = {
  credit: "Credit",
  howToCreditText:
    "Name the credit of each file beside it, word for word, wherever you publish it, also when you crop it. It stands below under each file and within the file itself (IPTC and XMP).",
  notToCredit: (files) => `These files are in the public domain, and need no credit: ${files}.`,
  creditWelcomeText:
    "The files are in the public domain. You need not credit anybody. If you would like to, the words for it stand below under each file.",
  keepToTerms:
    "Keep to the licence and the terms of use of each file. Special instructions, where there are any, come first.",
  alt: "Image description",
  creator: "Creator",
  alongside: "Goes with it",
  intact: "Did everything arrive?",
  intactText: [
    "SHA256SUMS lists the checksum of every file. In this folder, on Linux: sha256sum -c SHA256SUMS; on macOS: shasum -a 256 -c SHA256SUMS. In Windows PowerShell, Get-FileHash and the name of a file tells its checksum.",
    "manifest.json says all of this in a form for programs.",
  ],
  hours: "Hours",
};
