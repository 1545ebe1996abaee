import type { MailLanguage } from "./mail-language.ts";

export interface MailFrame {
  /** Before the address of the action, for whom the button does not work. */
  readonly address: string;
  /** The last line. */
  readonly unexpected: string;
  /** Before the address by which mails like it are stopped. */
  readonly unsubscribe: string;
}

/** What stands in every mail, whatever its kind. */
export const FRAMES: Readonly<Record<MailLanguage, MailFrame>> = {
  ar: {
    address: "إذا لم يعمل الزر، فانسخ هذا العنوان إلى متصفحك:",
    unexpected: "إذا لم تكن تتوقع هذه الرسالة، فيمكنك تجاهلها.",
    unsubscribe: "لاختيار الرسائل التي تصلك أو إيقافها:",
  },
  en: {
    address: "If the button does not work, copy this address into your browser:",
    unexpected: "If you did not expect this mail, you may ignore it.",
    unsubscribe: "Choose how often such mails come, or stop them:",
  },
  es: {
    address: "Si el botón no funciona, copie esta dirección en su navegador:",
    unexpected: "Si no esperaba este correo, puede ignorarlo.",
    unsubscribe: "Elija con qué frecuencia recibe estos correos, o deje de recibirlos:",
  },
  fr: {
    address: "Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :",
    unexpected: "Si vous n’attendiez pas ce message, vous pouvez l’ignorer.",
    unsubscribe: "Choisir la fréquence de ces messages, ou ne plus les recevoir :",
  },
  ru: {
    address: "Если кнопка не работает, скопируйте этот адрес в браузер:",
    unexpected: "Если вы не ожидали этого письма, просто не обращайте на него внимания.",
    unsubscribe: "Выбрать, как часто приходят такие письма, или отказаться от них:",
  },
  zh: {
    address: "如果按钮无法使用，请将此地址复制到浏览器中：",
    unexpected: "如果您并未预期收到此邮件，可以忽略它。",
    unsubscribe: "选择此类邮件的频率，或停止接收：",
  },
};
