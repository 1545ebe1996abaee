import type { Words } from "../layout/language.page.ts";
import type { ApiKeyScope } from "./api-key.enum.ts";

interface ApiKeyWords {
  readonly title: string;
  readonly about: string;
  readonly name: string;
  readonly scopes: string;
  readonly scope: Readonly<Record<ApiKeyScope, string>>;
  readonly days: string;
  readonly make: string;
  readonly until: (day: string) => string;
  readonly used: (day: string) => string;
  readonly neverUsed: string;
  readonly revoke: string;
  readonly made: string;
  readonly madeAbout: string;
  readonly wrongName: string;
  readonly wrongDays: string;
  readonly tooMany: string;
  readonly notProven: string;
}

export const apiKeyWords: Words<ApiKeyWords> = {
  ar: {
    title: "مفاتيح للبرامج",
    about: "بالمفتاح يسأل برنامج باسمك، في حدود ما تسمح به له.",
    name: "الغرض منه",
    scopes: "ما يُسمح له به",
    scope: {
      READ: "أن يرى ما تراه",
      WRITE: "أن يغيّر ما يحق لك تغييره",
      PLATFORM: "أن يستخدم أدوارك في المنصة",
    },
    days: "صالح كم يومًا (من 1 إلى 365)",
    make: "إنشاء مفتاح",
    until: (day) => `حتى ${day}`,
    used: (day) => `آخر استخدام ${day}`,
    neverUsed: "لم يُستخدم قط",
    revoke: "إلغاء",
    made: "مفتاحك الجديد",
    madeAbout: "لا يُعرض إلا الآن: انسخه إلى مكان آمن. من يملكه يتحدث باسمك.",
    wrongName: "اكتب الغرض منه، في 100 حرف على الأكثر.",
    wrongDays: "يصلح المفتاح من يوم واحد إلى 365 يومًا.",
    tooMany: "لديك 50 مفتاحًا: ألغِ واحدًا أولًا.",
    notProven: "سجّل الدخول أولًا برابط يُرسل إليك بالبريد.",
  },
  en: {
    title: "Keys for programs",
    about: "By a key a program asks in your name, as far as you let it.",
    name: "What it is for",
    scopes: "What it may do",
    scope: {
      READ: "See what you see",
      WRITE: "Change what you may change",
      PLATFORM: "Use your roles on the whole platform",
    },
    days: "Good for how many days (1 to 365)",
    make: "Make a key",
    until: (day) => `until ${day}`,
    used: (day) => `last used ${day}`,
    neverUsed: "never used",
    revoke: "End it",
    made: "Your new key",
    madeAbout: "It is shown only now: copy it to a safe place. Whoever has it speaks in your name.",
    wrongName: "Say what it is for, in at most 100 characters.",
    wrongDays: "A key is good for 1 to 365 days.",
    tooMany: "You have 50 keys: end one first.",
    notProven: "First sign in by a link that is mailed to you.",
  },
  es: {
    title: "Claves para programas",
    about: "Con una clave un programa pregunta en su nombre, hasta donde usted lo permita.",
    name: "Para qué sirve",
    scopes: "Qué puede hacer",
    scope: {
      READ: "Ver lo que usted ve",
      WRITE: "Cambiar lo que usted puede cambiar",
      PLATFORM: "Usar sus funciones en toda la plataforma",
    },
    days: "Cuántos días vale (de 1 a 365)",
    make: "Crear una clave",
    until: (day) => `hasta el ${day}`,
    used: (day) => `último uso: ${day}`,
    neverUsed: "nunca usada",
    revoke: "Anularla",
    made: "Su nueva clave",
    madeAbout:
      "Solo se muestra ahora: cópiela en un lugar seguro. Quien la tenga habla en su nombre.",
    wrongName: "Diga para qué sirve, en 100 caracteres como mucho.",
    wrongDays: "Una clave vale de 1 a 365 días.",
    tooMany: "Tiene 50 claves: anule una primero.",
    notProven: "Entre primero con un enlace enviado a su correo.",
  },
  fr: {
    title: "Clés pour programmes",
    about: "Avec une clé, un programme interroge en votre nom, autant que vous le permettez.",
    name: "À quoi elle sert",
    scopes: "Ce qu’elle permet",
    scope: {
      READ: "Voir ce que vous voyez",
      WRITE: "Changer ce que vous pouvez changer",
      PLATFORM: "Utiliser vos rôles sur toute la plateforme",
    },
    days: "Valable combien de jours (1 à 365)",
    make: "Créer une clé",
    until: (day) => `jusqu’au ${day}`,
    used: (day) => `dernière utilisation : ${day}`,
    neverUsed: "jamais utilisée",
    revoke: "La révoquer",
    made: "Votre nouvelle clé",
    madeAbout:
      "Elle n’est montrée que maintenant : copiez-la en lieu sûr. Qui la détient parle en votre nom.",
    wrongName: "Dites à quoi elle sert, en 100 caractères au plus.",
    wrongDays: "Une clé est valable de 1 à 365 jours.",
    tooMany: "Vous avez 50 clés : révoquez-en une d’abord.",
    notProven: "Connectez-vous d’abord par un lien envoyé à votre adresse.",
  },
  ru: {
    title: "Ключи для программ",
    about: "С ключом программа спрашивает от вашего имени, насколько вы ей позволите.",
    name: "Для чего он",
    scopes: "Что ему можно",
    scope: {
      READ: "Видеть то, что видите вы",
      WRITE: "Менять то, что можете менять вы",
      PLATFORM: "Пользоваться вашими ролями на всей платформе",
    },
    days: "Сколько дней действует (от 1 до 365)",
    make: "Создать ключ",
    until: (day) => `до ${day}`,
    used: (day) => `последнее использование ${day}`,
    neverUsed: "не использовался",
    revoke: "Отозвать",
    made: "Ваш новый ключ",
    madeAbout:
      "Он показан только сейчас: скопируйте его в надёжное место. Кто им владеет, говорит от вашего имени.",
    wrongName: "Напишите, для чего он, не более 100 знаков.",
    wrongDays: "Ключ действует от 1 до 365 дней.",
    tooMany: "У вас уже 50 ключей: сначала отзовите один.",
    notProven: "Сначала войдите по ссылке, присланной вам по почте.",
  },
  zh: {
    title: "程序密钥",
    about: "程序可凭密钥以您的名义查询，权限由您决定。",
    name: "用途",
    scopes: "允许的操作",
    scope: {
      READ: "查看您能看到的内容",
      WRITE: "更改您可以更改的内容",
      PLATFORM: "使用您在整个平台上的角色",
    },
    days: "有效天数（1 至 365）",
    make: "新建密钥",
    until: (day) => `有效期至 ${day}`,
    used: (day) => `上次使用 ${day}`,
    neverUsed: "从未使用",
    revoke: "撤销",
    made: "您的新密钥",
    madeAbout: "仅显示这一次：请复制到安全的地方。持有者即可以您的名义操作。",
    wrongName: "请说明用途，最多 100 个字符。",
    wrongDays: "密钥有效期为 1 至 365 天。",
    tooMany: "您已有 50 个密钥：请先撤销一个。",
    notProven: "请先通过邮件中的链接登录。",
  },
};
