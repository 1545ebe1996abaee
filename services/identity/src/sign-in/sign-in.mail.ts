import type { MailKind } from "@convene/shared/mail/mail-kind";
import { z } from "zod";

const linkSchema = z.object({ name: z.string(), url: z.string() });
type SignInLink = z.infer<typeof linkSchema>;

interface Words {
  readonly subject: string;
  readonly paragraph: (name: string) => string;
  readonly label: string;
  readonly notes: readonly string[];
}

const say =
  ({ subject, paragraph, label, notes }: Words) =>
  ({ name, url }: SignInLink) => ({
    subject,
    paragraphs: [paragraph(name)],
    action: { label, url },
    notes,
  });

/** The link by which somebody signs in who asked for it. */
export const signInMail: MailKind<SignInLink> = {
  name: "sign-in",
  data: linkSchema,
  texts: {
    ar: say({
      subject: "رابط تسجيل الدخول",
      paragraph: (name) => `مرحبًا ${name}، طُلب رابط لتسجيل الدخول إلى Convene بهذا العنوان.`,
      label: "تسجيل الدخول",
      notes: [
        "يصلح الرابط مرة واحدة ولمدة 15 دقيقة.",
        "إن لم تطلبه أنت، فتجاهل هذه الرسالة: لن يدخل أحد من دون الرابط.",
      ],
    }),
    en: say({
      subject: "Your link to sign in",
      paragraph: (name) =>
        `Hello ${name}, somebody asked for a link to sign in to Convene with this address.`,
      label: "Sign in",
      notes: [
        "The link works once, and for 15 minutes.",
        "If it was not you, do nothing: nobody gets in without the link.",
      ],
    }),
    es: say({
      subject: "Su enlace para entrar",
      paragraph: (name) =>
        `Hola, ${name}: se ha pedido un enlace para entrar en Convene con esta dirección.`,
      label: "Entrar",
      notes: [
        "El enlace sirve una sola vez y durante 15 minutos.",
        "Si no lo ha pedido usted, no haga nada: sin el enlace nadie entra.",
      ],
    }),
    fr: say({
      subject: "Votre lien de connexion",
      paragraph: (name) =>
        `Bonjour ${name}, un lien de connexion à Convene a été demandé avec cette adresse.`,
      label: "Se connecter",
      notes: [
        "Le lien sert une seule fois, pendant 15 minutes.",
        "Si ce n’était pas vous, ne faites rien : sans le lien, personne n’entre.",
      ],
    }),
    ru: say({
      subject: "Ваша ссылка для входа",
      paragraph: (name) =>
        `Здравствуйте, ${name}! На этот адрес запрошена ссылка для входа в Convene.`,
      label: "Войти",
      notes: [
        "Ссылка действует один раз и в течение 15 минут.",
        "Если это были не вы, ничего не делайте: без ссылки никто не войдёт.",
      ],
    }),
    zh: say({
      subject: "您的登录链接",
      paragraph: (name) => `${name}，您好！有人用此邮箱地址请求登录 Convene 的链接。`,
      label: "登录",
      notes: [
        "链接只能使用一次，15 分钟内有效。",
        "如果不是您本人，请忽略此邮件：没有链接，谁也无法登录。",
      ],
    }),
  },
};
