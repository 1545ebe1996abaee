import { z } from "zod";
import type { MailKind } from "../mail/mail-kind.ts";

const greetingSchema = z.object({ name: z.string(), url: z.string() });
type Greeting = z.infer<typeof greetingSchema>;

const say =
  (subject: string, sentence: string, label: string) =>
  ({ name, url }: Greeting) => ({
    subject: `${subject} ${name}`,
    paragraphs: [`${sentence} ${name}`],
    action: { label, url },
    notes: ["2026-12-18"],
  });

/** A mail with all that a mail may have. */
export const greeting: MailKind<Greeting> = {
  name: "greeting",
  data: greetingSchema,
  texts: {
    ar: say("دعوة إلى", "ندعوكم إلى الانضمام إلى", "قبول الدعوة"),
    en: say("An invitation to", "The secretariat invites you to join", "Accept the invitation"),
    es: say("Invitación a", "La secretaría le invita a unirse a", "Aceptar la invitación"),
    fr: say("Invitation à", "Le secrétariat vous invite à rejoindre", "Accepter l’invitation"),
    ru: say("Приглашение:", "Секретариат приглашает вас в", "Принять приглашение"),
    zh: say("邀请：", "秘书处邀请您加入", "接受邀请"),
  },
};
