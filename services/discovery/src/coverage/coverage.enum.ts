import { registerEnumType } from "type-graphql";

export enum CoverageAxis {
  OBJECTIVE = "OBJECTIVE",
  COUNTRY = "COUNTRY",
}

registerEnumType(CoverageAxis, {
  name: "CoverageAxis",
  description: "By what it is told who covers what.",
  valuesConfig: {
    OBJECTIVE: { description: "GCM objectives, 1 to 23." },
    COUNTRY: { description: "Countries of work; of a group those of its network." },
  },
});
