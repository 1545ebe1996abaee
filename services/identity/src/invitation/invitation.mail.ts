import type { MailKind } from "@convene/shared/mail/mail-kind";
import { z } from "zod";

const invitationSchema = z.object({
  network: z.string(),
  organisation: z.string(),
  /** The last day, `YYYY-MM-DD`. */
  day: z.string(),
  url: z.string(),
});

type Invited = z.infer<typeof invitationSchema>;

interface Words {
  readonly subject: (invited: Invited) => string;
  readonly paragraphs: (invited: Invited) => readonly string[];
  readonly label: string;
  readonly notes: (invited: Invited) => readonly string[];
}

const say =
  ({ subject, paragraphs, label, notes }: Words) =>
  (invited: Invited) => ({
    subject: subject(invited),
    paragraphs: paragraphs(invited),
    action: { label, url: invited.url },
    notes: notes(invited),
  });

/** A network asks somebody to look after an organisation's record. */
export const invitationMail: MailKind<Invited> = {
  name: "invitation",
  data: invitationSchema,
  texts: {
    ar: say({
      subject: ({ network }) => `دعوة إلى ${network}`,
      paragraphs: ({ network, organisation }) => [
        `تدعوكم أمانة «${network}» إلى المشاركة باسم «${organisation}».`,
        "بقبول الدعوة تتولّون سجل المنظمة: يمكنكم تصحيحه وإضافة زملاء والاطلاع على الاجتماعات وأفرقة العمل.",
      ],
      label: "قبول الدعوة",
      notes: ({ day }) => [`يصلح الرابط مرة واحدة حتى ${day}.`],
    }),
    en: say({
      subject: ({ network }) => `An invitation to ${network}`,
      paragraphs: ({ network, organisation }) => [
        `The secretariat of ${network} invites you to take part for ${organisation}.`,
        "If you accept, the organisation’s record is yours: you can correct it, bring colleagues in, and see meetings and working groups.",
      ],
      label: "Accept the invitation",
      notes: ({ day }) => [`The link works once, until ${day}.`],
    }),
    es: say({
      subject: ({ network }) => `Invitación a ${network}`,
      paragraphs: ({ network, organisation }) => [
        `La secretaría de ${network} le invita a participar en nombre de ${organisation}.`,
        "Si acepta, la ficha de la organización queda en sus manos: podrá corregirla, incorporar a colegas y ver reuniones y grupos de trabajo.",
      ],
      label: "Aceptar la invitación",
      notes: ({ day }) => [`El enlace sirve una sola vez, hasta el ${day}.`],
    }),
    fr: say({
      subject: ({ network }) => `Invitation à rejoindre ${network}`,
      paragraphs: ({ network, organisation }) => [
        `Le secrétariat de ${network} vous invite à participer au nom de ${organisation}.`,
        "Si vous acceptez, la fiche de l’organisation est à vous : vous pourrez la corriger, faire venir des collègues et voir les réunions et les groupes de travail.",
      ],
      label: "Accepter l’invitation",
      notes: ({ day }) => [`Le lien sert une seule fois, jusqu’au ${day}.`],
    }),
    ru: say({
      subject: ({ network }) => `Приглашение: ${network}`,
      paragraphs: ({ network, organisation }) => [
        `Секретариат «${network}» приглашает вас участвовать от имени «${organisation}».`,
        "Приняв приглашение, вы будете вести запись организации: исправлять её, приглашать коллег, видеть встречи и рабочие группы.",
      ],
      label: "Принять приглашение",
      notes: ({ day }) => [`Ссылка действует один раз, до ${day}.`],
    }),
    zh: say({
      subject: ({ network }) => `${network} 的邀请`,
      paragraphs: ({ network, organisation }) => [
        `${network} 秘书处邀请您代表 ${organisation} 参加。`,
        "接受邀请后，该组织的记录由您管理：您可以更正内容、邀请同事，并查看会议和工作组。",
      ],
      label: "接受邀请",
      notes: ({ day }) => [`链接只能使用一次，有效期至 ${day}。`],
    }),
  },
};
