/* The same cells as a sheet of a pack, written by libxlsxwriter alone: what the population sheet is compared with.
 *
 *   bare_xlsxwriter prepare sheet.xml cells     reads the XML of a sheet into a plain list of its cells (not timed)
 *   bare_xlsxwriter write cells out.xlsx        writes them, row by row in constant memory
 *
 * cc -O2 -o bare_xlsxwriter bare_xlsxwriter.c -lxlsxwriter -lexpat
 */
#include <expat.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

struct cell {
    uint32_t row;
    uint16_t column;
    uint8_t kind; /* 0 blank, 1 text, 2 number, 3 formula, 4 formula over arrays */
    uint8_t style;
    uint32_t length; /* of the text or formula that follows */
    double number;
};

static FILE *file;
static struct cell cell;
static char *value, *formula;
static size_t value_length, formula_length;
static int in_value, in_formula;

static void append(char **text, size_t *length, const char *more, int count) {
    *text = realloc(*text, *length + count + 1);
    memcpy(*text + *length, more, count);
    *length += count;
    (*text)[*length] = 0;
}

static void start(void *data, const char *name, const char **attributes) {
    (void)data;
    if (strcmp(name, "c") == 0) {
        memset(&cell, 0, sizeof cell);
        value_length = formula_length = 0;
        for (int i = 0; attributes[i]; i += 2) {
            if (strcmp(attributes[i], "s") == 0) cell.style = (uint8_t)atoi(attributes[i + 1]);
            if (strcmp(attributes[i], "t") == 0 && strcmp(attributes[i + 1], "inlineStr") == 0) cell.kind = 1;
            if (strcmp(attributes[i], "r") == 0) {
                const char *c = attributes[i + 1];
                int column = 0;
                for (; *c >= 'A' && *c <= 'Z'; c++) column = column * 26 + *c - 'A' + 1;
                cell.column = (uint16_t)(column - 1);
                cell.row = (uint32_t)atoi(c) - 1;
            }
        }
    } else if (strcmp(name, "f") == 0) {
        in_formula = 1;
        cell.kind = attributes[0] ? 4 : 3;
    } else if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0) {
        in_value = 1;
    }
}

static void text(void *data, const char *more, int count) {
    (void)data;
    if (in_value) append(&value, &value_length, more, count);
    if (in_formula) append(&formula, &formula_length, more, count);
}

static void end(void *data, const char *name) {
    (void)data;
    if (strcmp(name, "f") == 0) in_formula = 0;
    if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0) in_value = 0;
    if (strcmp(name, "c") != 0) return;
    if (cell.kind == 0 && value_length > 0) cell.kind = 2;
    if (cell.kind >= 2) cell.number = value_length ? strtod(value, NULL) : 0;
    const char *payload = cell.kind == 1 ? value : formula;
    cell.length = cell.kind == 1 ? (uint32_t)value_length : cell.kind >= 3 ? (uint32_t)formula_length : 0;
    fwrite(&cell, sizeof cell, 1, file);
    if (cell.length) fwrite(payload, 1, cell.length, file);
}

static int prepare(const char *from, const char *to) {
    FILE *xml = fopen(from, "rb");
    file = fopen(to, "wb");
    if (!xml || !file) return 1;
    XML_Parser parser = XML_ParserCreate(NULL);
    XML_SetElementHandler(parser, start, end);
    XML_SetCharacterDataHandler(parser, text);
    static char buffer[1 << 16];
    size_t got;
    while ((got = fread(buffer, 1, sizeof buffer, xml)) > 0)
        if (XML_Parse(parser, buffer, (int)got, 0) != XML_STATUS_OK) return 1;
    XML_Parse(parser, buffer, 0, 1);
    return fclose(file);
}

static int write_all(const char *from, const char *to) {
    FILE *cells = fopen(from, "rb");
    if (!cells) return 1;
    lxw_workbook_options options = {.constant_memory = 1};
    lxw_workbook *book = workbook_new_opt(to, &options);
    lxw_worksheet *page = workbook_add_worksheet(book, "Population");
    lxw_format *styles[256];
    for (int i = 0; i < 256; i++) {
        styles[i] = i < 16 ? workbook_add_format(book) : styles[0];
        if (i < 16) format_set_num_format(styles[i], i % 2 ? "@" : "yyyy-mm-dd hh:mm:ss");
    }
    char *payload = NULL, *entry = NULL;
    size_t room = 0;
    while (fread(&cell, sizeof cell, 1, cells) == 1) {
        if (cell.length + 4 > room) {
            room = cell.length + 4096;
            payload = realloc(payload, room);
            entry = realloc(entry, room);
        }
        if (cell.length && fread(payload, 1, cell.length, cells) != cell.length) return 1;
        payload[cell.length] = 0;
        lxw_format *style = cell.style ? styles[cell.style] : NULL;
        switch (cell.kind) {
        case 1: worksheet_write_string(page, cell.row, cell.column, payload, style); break;
        case 2: worksheet_write_number(page, cell.row, cell.column, cell.number, style); break;
        case 3:
            snprintf(entry, room, "=%s", payload);
            worksheet_write_formula_num(page, cell.row, cell.column, entry, style, cell.number);
            break;
        case 4:
            snprintf(entry, room, "{=%s}", payload);
            worksheet_write_array_formula_num(page, cell.row, cell.column, cell.row, cell.column, entry, style, cell.number);
            break;
        default: worksheet_write_blank(page, cell.row, cell.column, style);
        }
    }
    return workbook_close(book);
}

int main(int count, char **words) {
    if (count == 4 && strcmp(words[1], "prepare") == 0) return prepare(words[2], words[3]);
    if (count == 4 && strcmp(words[1], "write") == 0) return write_all(words[2], words[3]);
    fprintf(stderr, "bare_xlsxwriter prepare sheet.xml cells | write cells out.xlsx\n");
    return 64;
}
