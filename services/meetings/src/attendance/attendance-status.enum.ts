import { registerEnumType } from "type-graphql";

export enum AttendanceStatus {
  INVITED = "INVITED",
  ACCEPTED = "ACCEPTED",
  DECLINED = "DECLINED",
  APOLOGIES = "APOLOGIES",
  ATTENDED = "ATTENDED",
}

registerEnumType(AttendanceStatus, {
  name: "AttendanceStatus",
  description: "How an organisation stands to a meeting.",
  valuesConfig: {
    INVITED: { description: "It was asked and has not answered." },
    ACCEPTED: { description: "It will come." },
    DECLINED: { description: "It will not come." },
    APOLOGIES: { description: "It sent its apologies for not being there." },
    ATTENDED: { description: "It was there." },
  },
});
