import type { Words } from "../layout/language.page.ts";
import type { PlatformRole } from "../account/account.enum.ts";

interface SessionWords {
  readonly hello: (name: string) => string;
  readonly mail: string;
  readonly role: string;
  readonly roles: Readonly<Record<PlatformRole, string>>;
  readonly ways: string;
  readonly waysAbout: string;
  readonly passkeys: string;
  readonly password: string;
  readonly secondFactor: string;
  readonly apiKeys: string;
  readonly held: string;
  readonly yourData: string;
  readonly mails: string;
  readonly where: string;
  readonly thisBrowser: string;
  readonly another: string;
  readonly on: (browser: string, system: string) => string;
  readonly signOut: string;
  readonly signOutElsewhere: string;
}

export const sessionWords: Words<SessionWords> = {
  ar: {
    hello: (name) => `مرحبًا، ${name}`,
    mail: "البريد",
    role: "الدور",
    roles: { ADMIN: "مدير المنصة", MODERATOR: "مشرف", REVIEWER: "مراجع" },
    ways: "كيف تسجّل الدخول",
    waysAbout: "برابط نرسله إليك بالبريد، وإن شئت أيضًا بـ:",
    passkeys: "مفاتيح المرور",
    password: "كلمة المرور",
    secondFactor: "رمز من تطبيق يُطلب أيضًا",
    apiKeys: "مفاتيح للبرامج",
    held: "ما نحتفظ به عنك",
    yourData: "بياناتك: اطلع عليها أو خذها معك أو امحها",
    mails: "الرسائل التي تصلك",
    where: "أين سجّلت الدخول",
    thisBrowser: "هذا المتصفح",
    another: "برنامج آخر",
    on: (browser, system) => `${browser} على ${system}`,
    signOut: "تسجيل الخروج",
    signOutElsewhere: "الخروج من كل مكان آخر",
  },
  en: {
    hello: (name) => `Hello, ${name}`,
    mail: "Mail",
    role: "Role",
    roles: { ADMIN: "Administrator", MODERATOR: "Moderator", REVIEWER: "Reviewer" },
    ways: "How you sign in",
    waysAbout: "By a link that we mail you; if you wish, also by these:",
    passkeys: "Passkeys",
    password: "Password",
    secondFactor: "A code of an app, asked for as well",
    apiKeys: "Keys for programs",
    held: "What is held of you",
    yourData: "Your data: see it, take it along or erase it",
    mails: "Which mails you get",
    where: "Where you are signed in",
    thisBrowser: "This browser",
    another: "Another program",
    on: (browser, system) => `${browser} on ${system}`,
    signOut: "Sign out",
    signOutElsewhere: "Sign out everywhere else",
  },
  es: {
    hello: (name) => `Hola, ${name}`,
    mail: "Correo",
    role: "Función",
    roles: { ADMIN: "Administración", MODERATOR: "Moderación", REVIEWER: "Revisión" },
    ways: "Cómo entra",
    waysAbout: "Con un enlace que le enviamos por correo; si quiere, también con:",
    passkeys: "Llaves de acceso",
    password: "Contraseña",
    secondFactor: "Un código de una aplicación, que se pide además",
    apiKeys: "Claves para programas",
    held: "Lo que se guarda de usted",
    yourData: "Sus datos: véalos, lléveselos o bórrelos",
    mails: "Qué correos recibe",
    where: "Dónde tiene sesión abierta",
    thisBrowser: "Este navegador",
    another: "Otro programa",
    on: (browser, system) => `${browser} en ${system}`,
    signOut: "Salir",
    signOutElsewhere: "Salir en todos los demás sitios",
  },
  fr: {
    hello: (name) => `Bonjour, ${name}`,
    mail: "Courriel",
    role: "Rôle",
    roles: { ADMIN: "Administration", MODERATOR: "Modération", REVIEWER: "Évaluation" },
    ways: "Comment vous vous connectez",
    waysAbout: "Par un lien que nous vous envoyons ; si vous le souhaitez, aussi par :",
    passkeys: "Clés d’accès",
    password: "Mot de passe",
    secondFactor: "Un code d’application, demandé en plus",
    apiKeys: "Clés pour programmes",
    held: "Ce qui est conservé sur vous",
    yourData: "Vos données : les voir, les emporter ou les effacer",
    mails: "Les messages que vous recevez",
    where: "Où vous êtes connecté",
    thisBrowser: "Ce navigateur",
    another: "Un autre programme",
    on: (browser, system) => `${browser} sur ${system}`,
    signOut: "Se déconnecter",
    signOutElsewhere: "Se déconnecter partout ailleurs",
  },
  ru: {
    hello: (name) => `Здравствуйте, ${name}`,
    mail: "Почта",
    role: "Роль",
    roles: { ADMIN: "Администратор", MODERATOR: "Модератор", REVIEWER: "Рецензент" },
    ways: "Как вы входите",
    waysAbout: "По ссылке, которую мы присылаем; если хотите, также через:",
    passkeys: "Ключи доступа",
    password: "Пароль",
    secondFactor: "Код из приложения, запрашиваемый дополнительно",
    apiKeys: "Ключи для программ",
    held: "Что о вас хранится",
    yourData: "Ваши данные: посмотреть, забрать или стереть",
    mails: "Какие письма вы получаете",
    where: "Где вы вошли",
    thisBrowser: "Этот браузер",
    another: "Другая программа",
    on: (browser, system) => `${browser}, ${system}`,
    signOut: "Выйти",
    signOutElsewhere: "Выйти везде, кроме этого браузера",
  },
  zh: {
    hello: (name) => `${name}，您好`,
    mail: "邮箱",
    role: "角色",
    roles: { ADMIN: "管理员", MODERATOR: "版主", REVIEWER: "评审员" },
    ways: "您的登录方式",
    waysAbout: "通过我们发送的链接；如果愿意，还可以使用：",
    passkeys: "通行密钥",
    password: "密码",
    secondFactor: "另需应用程序的验证码",
    apiKeys: "程序密钥",
    held: "我们保存的关于您的信息",
    yourData: "您的数据：查看、带走或删除",
    mails: "您收到哪些邮件",
    where: "您已登录的位置",
    thisBrowser: "此浏览器",
    another: "其他程序",
    on: (browser, system) => `${system} 上的 ${browser}`,
    signOut: "退出登录",
    signOutElsewhere: "在其他所有位置退出",
  },
};
