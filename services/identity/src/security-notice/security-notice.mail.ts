import type { MailKind } from "@convene/shared/mail/mail-kind";
import { z } from "zod";
import { SECURITY_CHANGES, type SecurityChange } from "./security-notice.value.ts";

const noticeSchema = z.object({
  name: z.string(),
  change: z.enum(SECURITY_CHANGES),
  when: z.string(),
  url: z.string(),
});
type Notice = z.infer<typeof noticeSchema>;

interface Words {
  readonly subject: string;
  readonly hello: (name: string) => string;
  readonly changes: Readonly<Record<SecurityChange, string>>;
  readonly label: string;
  readonly otherwise: string;
}

const say =
  ({ subject, hello, changes, label, otherwise }: Words) =>
  ({ name, change, when, url }: Notice) => ({
    subject,
    paragraphs: [`${hello(name)} ${changes[change]} (${when})`],
    action: { label, url },
    notes: [otherwise],
    isWarning: true as const,
  });

/** That the ways have changed by which somebody's account can be entered. */
export const securityNoticeMail: MailKind<Notice> = {
  name: "security-notice",
  data: noticeSchema,
  texts: {
    ar: say({
      subject: "تغيّرت طريقة الدخول إلى حسابك",
      hello: (name) => `مرحبًا ${name}.`,
      changes: {
        PASSWORD_SET: "حُدّدت كلمة مرور لحسابك أو غُيّرت.",
        PASSWORD_REMOVED: "أُزيلت كلمة المرور من حسابك.",
        ISSUER_TIED: "أصبح بالإمكان الدخول إلى حسابك عن طريق مزوّد هوية خارجي.",
        PASSKEY_ADDED: "أُضيف مفتاح مرور إلى حسابك.",
        PASSKEY_REMOVED: "أُزيل مفتاح مرور من حسابك.",
        SECOND_FACTOR_ON: "يُطلب من الآن رمز من تطبيق للدخول إلى حسابك.",
        SECOND_FACTOR_OFF: "لم يعد يُطلب رمز من تطبيق للدخول إلى حسابك.",
        API_KEY_MADE: "أُنشئ مفتاح للبرامج يتحدث باسمك.",
        API_KEY_ENDED: "أُلغي مفتاح للبرامج كان يتحدث باسمك.",
      },
      label: "إلى حسابك",
      otherwise:
        "إن لم تفعل ذلك أنت، فسجّل الدخول الآن، وأنهِ كل الجلسات الأخرى، وأبلغ من يدير Convene.",
    }),
    en: say({
      subject: "The way into your account has changed",
      hello: (name) => `Hello ${name}.`,
      changes: {
        PASSWORD_SET: "A password was set for your account, or changed.",
        PASSWORD_REMOVED: "The password of your account was removed.",
        ISSUER_TIED:
          "From now on your account can also be entered by way of an outside identity provider.",
        PASSKEY_ADDED: "A passkey was added to your account.",
        PASSKEY_REMOVED: "A passkey was taken away from your account.",
        SECOND_FACTOR_ON: "From now on a code of an app is asked for to sign in to your account.",
        SECOND_FACTOR_OFF: "A code of an app is not asked for any more to sign in to your account.",
        API_KEY_MADE: "A key for programs was made that speaks in your name.",
        API_KEY_ENDED: "A key for programs that spoke in your name was ended.",
      },
      label: "To your account",
      otherwise:
        "If it was not you, sign in now, sign out everywhere else, and tell whoever runs this Convene.",
    }),
    es: say({
      subject: "Ha cambiado la forma de entrar en su cuenta",
      hello: (name) => `Hola, ${name}.`,
      changes: {
        PASSWORD_SET: "Se ha puesto o cambiado la contraseña de su cuenta.",
        PASSWORD_REMOVED: "Se ha quitado la contraseña de su cuenta.",
        ISSUER_TIED:
          "Desde ahora se puede entrar en su cuenta por un proveedor de identidad externo.",
        PASSKEY_ADDED: "Se ha añadido una llave de acceso a su cuenta.",
        PASSKEY_REMOVED: "Se ha quitado una llave de acceso de su cuenta.",
        SECOND_FACTOR_ON:
          "Desde ahora se pide un código de una aplicación para entrar en su cuenta.",
        SECOND_FACTOR_OFF: "Ya no se pide un código de una aplicación para entrar en su cuenta.",
        API_KEY_MADE: "Se ha creado una clave para programas que habla en su nombre.",
        API_KEY_ENDED: "Se ha anulado una clave para programas que hablaba en su nombre.",
      },
      label: "A su cuenta",
      otherwise:
        "Si no ha sido usted, entre ahora, cierre todas las demás sesiones y avise a quien gestiona Convene.",
    }),
    fr: say({
      subject: "L’accès à votre compte a changé",
      hello: (name) => `Bonjour ${name}.`,
      changes: {
        PASSWORD_SET: "Un mot de passe a été défini ou changé pour votre compte.",
        PASSWORD_REMOVED: "Le mot de passe de votre compte a été supprimé.",
        ISSUER_TIED:
          "Un fournisseur d’identité externe permet désormais d’entrer dans votre compte.",
        PASSKEY_ADDED: "Une clé d’accès a été ajoutée à votre compte.",
        PASSKEY_REMOVED: "Une clé d’accès a été retirée de votre compte.",
        SECOND_FACTOR_ON:
          "Un code d’application est désormais demandé pour entrer dans votre compte.",
        SECOND_FACTOR_OFF:
          "Aucun code d’application n’est plus demandé pour entrer dans votre compte.",
        API_KEY_MADE: "Une clé pour programmes qui parle en votre nom a été créée.",
        API_KEY_ENDED: "Une clé pour programmes qui parlait en votre nom a été révoquée.",
      },
      label: "Vers votre compte",
      otherwise:
        "Si ce n’était pas vous, connectez-vous maintenant, fermez toutes les autres sessions et prévenez qui gère Convene.",
    }),
    ru: say({
      subject: "Изменился способ входа в вашу учётную запись",
      hello: (name) => `Здравствуйте, ${name}!`,
      changes: {
        PASSWORD_SET: "Для вашей учётной записи задан или изменён пароль.",
        PASSWORD_REMOVED: "Пароль вашей учётной записи удалён.",
        ISSUER_TIED: "Теперь в вашу учётную запись можно войти через внешний сервис идентификации.",
        PASSKEY_ADDED: "К вашей учётной записи добавлен ключ доступа.",
        PASSKEY_REMOVED: "Из вашей учётной записи удалён ключ доступа.",
        SECOND_FACTOR_ON: "Теперь для входа в вашу учётную запись нужен ещё и код из приложения.",
        SECOND_FACTOR_OFF: "Код из приложения для входа в вашу учётную запись больше не нужен.",
        API_KEY_MADE: "Создан ключ для программ, который действует от вашего имени.",
        API_KEY_ENDED: "Отозван ключ для программ, который действовал от вашего имени.",
      },
      label: "К вашей учётной записи",
      otherwise:
        "Если это были не вы, войдите сейчас, завершите все другие сеансы и сообщите тем, кто ведёт этот Convene.",
    }),
    zh: say({
      subject: "您账户的登录方式已更改",
      hello: (name) => `${name}，您好！`,
      changes: {
        PASSWORD_SET: "您的账户设置或更改了密码。",
        PASSWORD_REMOVED: "您账户的密码已移除。",
        ISSUER_TIED: "从现在起，可以通过外部身份提供方登录您的账户。",
        PASSKEY_ADDED: "您的账户添加了一个通行密钥。",
        PASSKEY_REMOVED: "您的账户移除了一个通行密钥。",
        SECOND_FACTOR_ON: "从现在起，登录您的账户还需要应用程序的验证码。",
        SECOND_FACTOR_OFF: "登录您的账户不再需要应用程序的验证码。",
        API_KEY_MADE: "新建了一个以您的名义使用的程序密钥。",
        API_KEY_ENDED: "一个以您的名义使用的程序密钥已被撤销。",
      },
      label: "前往您的账户",
      otherwise: "如果不是您本人，请立即登录，退出所有其他会话，并告知 Convene 的管理者。",
    }),
  },
};
