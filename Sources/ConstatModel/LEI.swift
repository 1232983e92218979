/// A Legal Entity Identifier (ISO 17442): 18 letters or digits and two check digits.
public enum LEI {
    /// Why a text is no LEI; nil when it is one.
    public static func fault(in text: String) -> String? {
        guard text.utf8.count == 20 else { return "an LEI has 20 characters, this has \(text.count)" }
        var rest = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): rest = (rest * 10 + Int(byte - UInt8(ascii: "0"))) % 97
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): rest = (rest * 100 + Int(byte - UInt8(ascii: "A")) + 10) % 97
            default: return "an LEI has capital letters and digits only"
            }
        }
        guard text.utf8.suffix(2).allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return "an LEI ends with two digits"
        }
        return rest == 1 ? nil : "the check digits of this LEI are wrong (ISO 7064, mod 97)"
    }
}
