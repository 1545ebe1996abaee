import { connectionOf } from "@convene/shared/connection/connection";
import { Person } from "./person.entity.ts";

export const PersonConnection = connectionOf(() => Person, { name: "Person" });
