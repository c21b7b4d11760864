import { defineConfig } from "vite";

// Built files have fixed names and are committed: the wheel ships them, and a user needs no Node.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: "../src/rayzan/web/static/built",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    rollupOptions: {
      input: { page: "src/page.ts", reader: "src/reader.ts", review: "src/review.ts", timeline: "src/timeline.ts", workbench: "style/workbench.css" },
      external: [/^\/static\//],
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
});
