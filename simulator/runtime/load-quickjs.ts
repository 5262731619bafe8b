import { newQuickJSWASMModule, type QuickJSWASMModule } from 'quickjs-emscripten';

let loading: Promise<QuickJSWASMModule> | undefined;

/** QuickJS as WebAssembly: compiled at the first call, then shared by all devices of the process. */
export function loadQuickJs(): Promise<QuickJSWASMModule> {
  loading ??= newQuickJSWASMModule();
  return loading;
}

/** The next call loads QuickJS anew: an exception went through this one, so its memory cannot be trusted. */
export function retireQuickJs(): void {
  loading = undefined;
}
