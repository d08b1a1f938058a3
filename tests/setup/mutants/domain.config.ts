import { mutantTests } from "./mutant-tests.ts";

export default mutantTests(["pure"]);
