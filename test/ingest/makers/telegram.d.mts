export interface MadeMessage {
  readonly id: number;
  readonly text: unknown;
  readonly [field: string]: unknown;
}
export function telegramChat(type: string, name: string, id: number, messages: readonly MadeMessage[]): unknown;
export function telegramFile(chat: unknown): string;
export function telegramAccount(chats: readonly unknown[]): string;
