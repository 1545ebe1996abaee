import type { MailLanguage } from "./mail-language.ts";

export interface MailFrame {
  /** Before the address of the action, for whom the button does not work. */
  readonly address: string;
  /** The last line. */
  readonly unexpected: string;
}

/** What stands in every mail, whatever its kind. */
export const FRAMES: Readonly<Record<MailLanguage, MailFrame>> = {
  ar: {
    address: "إذا لم يعمل الزر، فانسخ هذا العنوان إلى متصفحك:",
    unexpected: "إذا لم تكن تتوقع هذه الرسالة، فيمكنك تجاهلها.",
  },
  en: {
    address: "If the button does not work, copy this address into your browser:",
    unexpected: "If you did not expect this mail, you may ignore it.",
  },
  es: {
    address: "Si el botón no funciona, copie esta dirección en su navegador:",
    unexpected: "Si no esperaba este correo, puede ignorarlo.",
  },
  fr: {
    address: "Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :",
    unexpected: "Si vous n’attendiez pas ce message, vous pouvez l’ignorer.",
  },
  ru: {
    address: "Если кнопка не работает, скопируйте этот адрес в браузер:",
    unexpected: "Если вы не ожидали этого письма, просто не обращайте на него внимания.",
  },
  zh: {
    address: "如果按钮无法使用，请将此地址复制到浏览器中：",
    unexpected: "如果您并未预期收到此邮件，可以忽略它。",
  },
};
