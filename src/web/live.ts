// What happens while a page is open: other windows, the terminal, work that is under way.

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Live } from "../server/api.ts";

export interface Now {
  readonly seq: number | null;
  readonly progress: Extract<Live, { is: "progress" }> | null;
  /** The head moved while the page was open. */
  readonly moved: boolean;
}

/** One stream a window; when the head moves, everything that is shown is asked for again. */
export function useLive(): Now {
  const queries = useQueryClient();
  const [now, setNow] = useState<Now>({ seq: null, progress: null, moved: false });
  useEffect(() => {
    const stream = new EventSource("/api/events");
    stream.onmessage = (event) => {
      const live = JSON.parse(event.data as string) as Live;
      if (live.is === "progress") setNow((old) => ({ ...old, progress: live.done === live.of ? null : live }));
      else {
        setNow((old) => {
          if (old.seq !== null && old.seq !== live.seq) void queries.invalidateQueries();
          return { seq: live.seq, progress: null, moved: old.seq !== null && old.seq !== live.seq };
        });
      }
    };
    return () => stream.close();
  }, [queries]);
  return now;
}
