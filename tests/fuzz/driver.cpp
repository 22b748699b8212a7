// Runs a fuzz target without libFuzzer: first every kept input, then seeded mutations of them, so that every test run
// tries inputs nobody wrote. The seed is printed; the input that fails is left in the working directory.
// usage: fuzz_NAME CORPUS_DIR [RUNS]     CONSENT_FUZZ_SEED and CONSENT_FUZZ_RUNS override
#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
extern "C" __attribute__((weak)) void __sanitizer_set_death_callback(void (*callback)());

namespace {

using Input = std::vector<std::uint8_t>;

constexpr std::size_t InputLimitBytes = 64 * 1024;
constexpr unsigned SecondsPerInput = 20;
constexpr std::uint64_t DefaultRuns = 20'000;

// What the signal handler needs, in a form that it may touch.
const std::uint8_t *currentData = nullptr;
std::size_t currentSize = 0;
std::array<char, 256> failurePath{};

void say(std::string_view text)
{
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

void keepFailingInput()
{
    const int file = ::open(failurePath.data(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0)
        return;
    [[maybe_unused]] const auto written = ::write(file, currentData, currentSize);
    ::close(file);
    say("the input that failed is in ");
    say(failurePath.data());
    say("\n");
}

extern "C" void onSignal(int number)
{
    say(number == SIGALRM ? "an input takes too long; " : "");
    keepFailingInput();
    ::signal(number, SIG_DFL);
    ::raise(number);
}

void watch()
{
    for (const int number : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGALRM})
        ::signal(number, onSignal);
    if (__sanitizer_set_death_callback)
        __sanitizer_set_death_callback(keepFailingInput);
}

void runOne(const Input &input)
{
    // A copy of exactly its size, so that a sanitizer sees a read past the end.
    const Input exact(input);
    currentData = exact.data();
    currentSize = exact.size();
    ::alarm(SecondsPerInput);
    LLVMFuzzerTestOneInput(exact.data(), exact.size());
    ::alarm(0);
}

std::optional<std::uint64_t> number(const char *text)
{
    std::uint64_t value = 0;
    if (!text)
        return std::nullopt;
    const char *const end = text + std::strlen(text);
    const auto [last, error] = std::from_chars(text, end, value);
    return error == std::errc() && last == end ? std::optional(value) : std::nullopt;
}

class Mutator
{
public:
    Mutator(std::uint64_t seed, const std::vector<Input> &corpus)
        : m_random(seed)
        , m_corpus(corpus)
    {
    }

    Input next()
    {
        Input input = m_corpus[below(m_corpus.size())];
        for (std::size_t rounds = 1 + below(5); rounds > 0; --rounds)
            mutate(input);
        if (input.size() > InputLimitBytes)
            input.resize(InputLimitBytes);
        return input;
    }

private:
    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(m_random); }
    std::uint8_t byte() { return static_cast<std::uint8_t>(below(256)); }
    static Input::iterator at(Input &input, std::size_t index)
    {
        return input.begin() + static_cast<std::ptrdiff_t>(index);
    }

    void insert(Input &input, const Input &bytes)
    {
        input.insert(at(input, below(input.size() + 1)), bytes.begin(), bytes.end());
    }

    /// A random stretch of what is given, not longer than 256 bytes.
    Input stretch(const Input &from)
    {
        if (from.empty())
            return {};
        const std::size_t begin = below(from.size());
        const std::size_t size = 1 + below(std::min<std::size_t>(from.size() - begin, 256));
        const auto first = from.begin() + static_cast<std::ptrdiff_t>(begin);
        return {first, first + static_cast<std::ptrdiff_t>(size)};
    }

    void mutate(Input &input)
    {
        // What parsers of text and of packed numbers stumble over.
        static const std::array<std::string_view, 22> tokens{"\"",       "\\",
                                                             "{",        "}",
                                                             "[",        "]",
                                                             ":",        ",",
                                                             ".",        "=",
                                                             "-",        "null",
                                                             "1e9",      "-1",
                                                             "\\u",      "\xff",
                                                             "\xc0",     "\n\r\t",
                                                             "true",     "4294967296",
                                                             "[[[[[[[[", "18446744073709551615"};
        switch (below(input.empty() ? 3 : 9)) {
        case 0: {
            const std::string_view token = tokens[below(tokens.size())];
            insert(input, Input(token.begin(), token.end()));
            break;
        }
        case 1:
            insert(input, Input(1 + below(16), byte()));
            break;
        case 2:
            insert(input, stretch(m_corpus[below(m_corpus.size())]));
            break;
        case 3:
            *at(input, below(input.size())) ^= static_cast<std::uint8_t>(1U << below(8));
            break;
        case 4:
            *at(input, below(input.size())) = byte();
            break;
        case 5: {
            const std::size_t begin = below(input.size());
            const std::size_t size = 1 + below(std::min<std::size_t>(input.size() - begin, 64));
            input.erase(at(input, begin), at(input, begin + size));
            break;
        }
        case 6:
            insert(input, stretch(input));
            break;
        case 7:
            input.resize(below(input.size()) + 1);
            break;
        case 8: {
            static const std::array<std::uint8_t, 6> edges{0, 1, 0x7f, 0x80, 0xfe, 0xff};
            *at(input, below(input.size())) = edges[below(edges.size())];
            break;
        }
        }
    }

    std::mt19937_64 m_random;
    const std::vector<Input> &m_corpus;
};

std::vector<Input> readCorpus(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> paths;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        if (entry.is_regular_file())
            paths.push_back(entry.path());
    }
    std::ranges::sort(paths); // the order of a folder is not the same everywhere; the seed must mean the same
    std::vector<Input> corpus;
    for (const auto &path : paths) {
        std::ifstream file(path, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return corpus;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2 || !std::filesystem::is_directory(argv[1])) {
        std::fprintf(stderr, "usage: %s CORPUS_DIR [RUNS]\n", argv[0]);
        return 2;
    }
    const std::uint64_t seed = number(std::getenv("CONSENT_FUZZ_SEED")).value_or(std::random_device()());
    const std::uint64_t runs =
        number(std::getenv("CONSENT_FUZZ_RUNS")).value_or(number(argc > 2 ? argv[2] : nullptr).value_or(DefaultRuns));
    std::snprintf(failurePath.data(), failurePath.size(), "%s-failure-%llu",
                  std::filesystem::path(argv[0]).filename().c_str(), static_cast<unsigned long long>(seed));
    watch();

    std::vector<Input> corpus = readCorpus(argv[1]);
    for (const Input &input : corpus)
        runOne(input);
    std::printf("%zu kept inputs; %llu mutations, CONSENT_FUZZ_SEED=%llu\n", corpus.size(),
                static_cast<unsigned long long>(runs), static_cast<unsigned long long>(seed));
    std::fflush(stdout);
    corpus.emplace_back(); // the empty input is always worth a start
    Mutator mutator(seed, corpus);
    for (std::uint64_t run = 0; run < runs; ++run)
        runOne(mutator.next());
    return 0;
}
