import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { pageStyle } from "./src/exchange/style.ts";

const LOOK = "virtual:look.css";

/** The one look of all pages, as the exported pages have it; its fonts are files here. */
function look(): Plugin {
  return {
    name: "look",
    resolveId: (id) => (id === LOOK ? `\0${LOOK}` : null),
    load: (id) => (id === `\0${LOOK}` ? pageStyle([]) : null),
  };
}

/** The pages of the workbench, into the package. */
export default defineConfig({
  root: "src/web",
  plugins: [look(), react()],
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2023",
  },
});
