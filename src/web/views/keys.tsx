import { useState } from "react";
import { useTranslation } from "react-i18next";
import { keysAreOn, turnKeys } from "../keys.ts";

const ROWS = ["go", "move", "decide", "bounds", "zoom", "search", "help"] as const;

export function Keys() {
  const { t } = useTranslation();
  const [on, setOn] = useState(keysAreOn());
  return (
    <>
      <h1>{t("keysPage.title")}</h1>
      <table className="facts sec">
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">
                <kbd>{t(`keysPage.${row}`)}</kbd>
              </th>
              <td>{t(`keysPage.${row}_what`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="gap-top">
        <label>
          <input
            type="checkbox"
            checked={on}
            onChange={(e) => {
              turnKeys(e.currentTarget.checked);
              setOn(e.currentTarget.checked);
            }}
          />{" "}
          {t("keysPage.are_on")}
        </label>
      </p>
    </>
  );
}
