import type { Words } from "../layout/language.page.ts";

interface PasskeyWords {
  readonly signIn: string;
  readonly failedEnter: string;
  readonly asks: string;
  readonly enter: string;
  readonly none: string;
  readonly noneLink: string;
  readonly own: string;
  readonly failedAdd: string;
  readonly about: string;
  readonly device: string;
  readonly remove: string;
  readonly name: string;
  readonly add: string;
}

export const passkeyWords: Words<PasskeyWords> = {
  ar: {
    signIn: "تسجيل الدخول بمفتاح مرور",
    failedEnter: "لم ينجح ذلك. هل هذا هو الجهاز الذي أنشأت عليه المفتاح؟",
    asks: "يطلب جهازك إصبعك أو وجهك أو رقمه السري.",
    enter: "تسجيل الدخول",
    none: "لا مفتاح مرور هنا؟",
    noneLink: "اطلب رابطًا بالبريد",
    own: "مفاتيح مرورك",
    failedAdd: "لم ينجح ذلك. ربما لهذا الجهاز مفتاح بالفعل.",
    about:
      "بمفتاح المرور تدخل بإصبعك أو وجهك أو الرقم السري لجهازك. لا شيء يُقرأ من رسالة أو يُكتب في صفحة مزيفة.",
    device: "جهاز",
    remove: "إزالة",
    name: "اسم هذا الجهاز",
    add: "إضافة هذا الجهاز",
  },
  en: {
    signIn: "Sign in with a passkey",
    failedEnter: "That did not work. Is it the device on which you made the passkey?",
    asks: "Your device asks for your finger, your face or its PIN.",
    enter: "Sign in",
    none: "No passkey here?",
    noneLink: "Have a link mailed to you",
    own: "Your passkeys",
    failedAdd: "That did not work. Perhaps this device has a passkey already.",
    about:
      "With a passkey you sign in by your finger, your face or the PIN of your device. Nothing can be read out of a mail, or typed into a false page.",
    device: "A device",
    remove: "Take away",
    name: "Name of this device",
    add: "Add this device",
  },
  es: {
    signIn: "Entrar con una llave de acceso",
    failedEnter: "No ha funcionado. ¿Es el dispositivo en el que creó la llave?",
    asks: "Su dispositivo le pide el dedo, la cara o su PIN.",
    enter: "Entrar",
    none: "¿No hay llave aquí?",
    noneLink: "Pida un enlace por correo",
    own: "Sus llaves de acceso",
    failedAdd: "No ha funcionado. Quizá este dispositivo ya tiene una llave.",
    about:
      "Con una llave entra con el dedo, la cara o el PIN de su dispositivo. Nada puede leerse en un correo ni escribirse en una página falsa.",
    device: "Un dispositivo",
    remove: "Quitar",
    name: "Nombre de este dispositivo",
    add: "Añadir este dispositivo",
  },
  fr: {
    signIn: "Se connecter avec une clé d’accès",
    failedEnter: "Cela n’a pas fonctionné. Est-ce l’appareil sur lequel vous avez créé la clé ?",
    asks: "Votre appareil demande votre doigt, votre visage ou son code.",
    enter: "Se connecter",
    none: "Pas de clé ici ?",
    noneLink: "Demandez un lien par courriel",
    own: "Vos clés d’accès",
    failedAdd: "Cela n’a pas fonctionné. Cet appareil a peut-être déjà une clé.",
    about:
      "Avec une clé, vous entrez par votre doigt, votre visage ou le code de votre appareil. Rien ne peut être lu dans un courriel ni saisi dans une fausse page.",
    device: "Un appareil",
    remove: "Retirer",
    name: "Nom de cet appareil",
    add: "Ajouter cet appareil",
  },
  ru: {
    signIn: "Вход с ключом доступа",
    failedEnter: "Не получилось. Это то устройство, на котором вы создали ключ?",
    asks: "Устройство попросит палец, лицо или свой PIN-код.",
    enter: "Войти",
    none: "Здесь нет ключа?",
    noneLink: "Запросите ссылку по почте",
    own: "Ваши ключи доступа",
    failedAdd: "Не получилось. Возможно, на этом устройстве ключ уже есть.",
    about:
      "С ключом вы входите по пальцу, лицу или PIN-коду устройства. Ничего нельзя прочесть в письме или ввести на поддельной странице.",
    device: "Устройство",
    remove: "Удалить",
    name: "Название этого устройства",
    add: "Добавить это устройство",
  },
  zh: {
    signIn: "使用通行密钥登录",
    failedEnter: "未能成功。这是您创建通行密钥的设备吗？",
    asks: "您的设备会要求指纹、面容或 PIN 码。",
    enter: "登录",
    none: "此处没有通行密钥？",
    noneLink: "让我们给您发送链接",
    own: "您的通行密钥",
    failedAdd: "未能成功。此设备可能已有通行密钥。",
    about:
      "有了通行密钥，您可用指纹、面容或设备的 PIN 码登录。邮件中无可窃取，也不会误输入到假冒页面。",
    device: "一台设备",
    remove: "移除",
    name: "此设备的名称",
    add: "添加此设备",
  },
};
