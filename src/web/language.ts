// The interface's language and theme: the browser's first, the user's choice after. Both are kept in this browser.

import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { ar } from "./words/ar.ts";
import { en } from "./words/en.ts";

export type UiLanguage = "en" | "ar";

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`silverblaze-${name}`);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`silverblaze-${name}`, value);
  } catch {
    // a browser that keeps nothing: it holds for this page
  }
}

export function startLanguage(): i18n {
  const preferred = kept("language") ?? (navigator.language.startsWith("ar") ? "ar" : "en");
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: preferred,
    fallbackLng: "en",
    resources: { en: { translation: en }, ar: { translation: ar } },
    interpolation: { escapeValue: false }, // React writes words as text
    returnNull: false,
  });
  show(preferred as UiLanguage);
  showTheme((kept("theme") ?? "system") as Theme);
  return instance;
}

/** The direction in which a language is written. */
export function directionOf(language: string): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}

function show(language: UiLanguage): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

export async function speak(instance: i18n, language: UiLanguage): Promise<void> {
  keep("language", language);
  show(language);
  await instance.changeLanguage(language);
}

export type Theme = "system" | "light" | "dark";

export function showTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function chooseTheme(theme: Theme): void {
  keep("theme", theme);
  showTheme(theme);
}
